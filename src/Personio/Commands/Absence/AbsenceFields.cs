namespace Personio;

/// <summary>The values specified for an absence to be created, from parameters or from the cells of a row.</summary>
internal sealed record AbsenceFields
{
    public required string PersonId { get; init; }

    /// <summary>The name or id of the type.</summary>
    public required string AbsenceType { get; init; }

    public DateTime? StartDate { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateTime? EndDate { get; init; }

    public bool OpenEnd { get; init; }

    /// <summary>True if the open end was specified explicitly rather than copied from an object.</summary>
    public bool IsOpenEndGiven { get; init; }

    public DayHalf? StartHalf { get; init; }

    public DayHalf? EndHalf { get; init; }

    public string? Comment { get; init; }

    public string? SubstituteId { get; init; }
}
