namespace Personio.Models;

/// <summary>One day of a person on which the working time breaks a limit.</summary>
public sealed record WorkingTimeIssue
{
    /// <summary>The person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null where it cannot be read.</summary>
    public string? PersonName { get; init; }

    /// <summary>The e-mail address of the person; null where it cannot be read.</summary>
    public string? PersonEmail { get; init; }

    /// <summary>The day; for rest that is too short the day after it.</summary>
    public DateTime? Date { get; init; }

    /// <summary>TooManyHours, TooLittleRest, BreakTooShort, SundayWork or HolidayWork.</summary>
    public string? Issue { get; init; }

    /// <summary>What was found, rounded to hundredths, in Unit.</summary>
    public decimal Actual { get; init; }

    /// <summary>What is allowed at most, or required at least, in Unit.</summary>
    public decimal Limit { get; init; }

    /// <summary>hours or minutes.</summary>
    public string? Unit { get; init; }

    /// <summary>The issue in one sentence.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message ?? Issue ?? "";
}
