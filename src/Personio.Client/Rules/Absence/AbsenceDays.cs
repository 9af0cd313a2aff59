namespace Personio.Client;

/// <summary>The days of an absence that was created or changed.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, inclusive.</param>
/// <param name="Sent">The day that was sent as the end: the last day, or the one after it.</param>
public sealed record AbsenceDays(DateTime First, DateTime Last, DateTime Sent)
{
    /// <summary>Whether it starts or ends at midday.</summary>
    public bool HasHalfDay { get; init; }
}
