namespace Personio.Client;

/// <summary>The kinds of issues that a check of working time can find.</summary>
public enum WorkingTimeIssueKind
{
    /// <summary>More hours of work on a day than the limit.</summary>
    TooManyHours,

    /// <summary>Less rest than required between two working days.</summary>
    TooLittleRest,

    /// <summary>Less break time than the hours of the day require.</summary>
    BreakTooShort,

    /// <summary>Work on a Sunday.</summary>
    SundayWork,

    /// <summary>Work on a public holiday.</summary>
    HolidayWork,
}
