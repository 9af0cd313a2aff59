namespace Personio;

/// <summary>What is given of an absence that is to be created, by parameters or by the cells of a row.</summary>
internal sealed record AbsenceFields
{
    public required string PersonId { get; init; }

    /// <summary>The type: its name or its id.</summary>
    public required string AbsenceType { get; init; }

    public DateTime? StartDate { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateTime? EndDate { get; init; }

    public bool OpenEnd { get; init; }

    /// <summary>Whether the open end was asked for, and did not come with an object that is copied.</summary>
    public bool IsOpenEndGiven { get; init; }

    public DayHalf? StartHalf { get; init; }

    public DayHalf? EndHalf { get; init; }

    public string? Comment { get; init; }

    public string? SubstituteId { get; init; }
}
