namespace Personio.Models;

/// <summary>A day on which a person's working time violates a limit.</summary>
public sealed record WorkingTimeIssue
{
    /// <summary>The id of the person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null if it cannot be read.</summary>
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null if it cannot be read.</summary>
    public string? PersonEmail { get; init; }

    /// <summary>The day; if the rest was too short, the day after the rest.</summary>
    public DateTime? Date { get; init; }

    /// <summary>TooManyHours, TooLittleRest, BreakTooShort, SundayWork or HolidayWork.</summary>
    public string? Issue { get; init; }

    /// <summary>The actual value, rounded to hundredths, in Unit.</summary>
    public decimal Actual { get; init; }

    /// <summary>The allowed maximum or required minimum, in Unit.</summary>
    public decimal Limit { get; init; }

    /// <summary>hours or minutes.</summary>
    public string? Unit { get; init; }

    /// <summary>The issue in one sentence.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message ?? Issue ?? "";
}
