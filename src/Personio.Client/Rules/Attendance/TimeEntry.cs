namespace Personio.Client;

/// <summary>A period of work or a break, as far as it matters for sums.</summary>
public sealed record TimeEntry
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The name of the person, where it is known.</summary>
    public string? PersonName { get; init; }

    /// <summary>Whether it is a break.</summary>
    public bool IsBreak { get; init; }

    /// <summary>The start on the wall clock.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The end; null while it runs.</summary>
    public DateTime? End { get; init; }

    /// <summary>The day it counts for; without one the day of the start.</summary>
    public DateTime? AttributionDate { get; init; }

    /// <summary>The project; null where there is none.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The name of the project, where it is known.</summary>
    public string? ProjectName { get; init; }

    /// <summary>Whether the day it counts for is marked as a public holiday.</summary>
    public bool IsHoliday { get; init; }
}
