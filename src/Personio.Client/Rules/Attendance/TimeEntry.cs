namespace Personio.Client;

/// <summary>A period of work or a break, reduced to what sums need.</summary>
public sealed record TimeEntry
{
    /// <summary>The id of the person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The name of the person, if known.</summary>
    public string? PersonName { get; init; }

    /// <summary>Whether it is a break.</summary>
    public bool IsBreak { get; init; }

    /// <summary>The start, in local time.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The end, in local time; null while the period is running.</summary>
    public DateTime? End { get; init; }

    /// <summary>The day to which the period is attributed; null for the day of the start.</summary>
    public DateTime? AttributionDate { get; init; }

    /// <summary>The id of the project; null if there is no project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The name of the project, if known.</summary>
    public string? ProjectName { get; init; }

    /// <summary>Whether the day to which the period is attributed is marked as a public holiday.</summary>
    public bool IsHoliday { get; init; }
}
