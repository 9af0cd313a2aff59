namespace Personio.Client;

/// <summary>What working time can be found at fault for.</summary>
public enum WorkingTimeIssueKind
{
    /// <summary>More hours of work on a day than the limit.</summary>
    TooManyHours,

    /// <summary>Less rest than required between two days of work.</summary>
    TooLittleRest,

    /// <summary>Less break than the hours of the day require.</summary>
    BreakTooShort,

    /// <summary>Work on a Sunday.</summary>
    SundayWork,

    /// <summary>Work on a public holiday.</summary>
    HolidayWork,
}
