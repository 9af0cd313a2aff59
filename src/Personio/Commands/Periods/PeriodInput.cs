namespace Personio;

/// <summary>One requested period.</summary>
/// <param name="Target">The target of its errors: the object or row that it comes from.</param>
/// <param name="Draft">The period to create; null if the input is invalid.</param>
internal sealed record PeriodInput(object Target, IPeriodDraft? Draft)
{
    /// <summary>True if the end of an open-ended period may have been forgotten.</summary>
    public bool IsEndMissing { get; init; }

    /// <summary>Why the period cannot be created; null if it can.</summary>
    public PersonioException? Fault { get; init; }
}
