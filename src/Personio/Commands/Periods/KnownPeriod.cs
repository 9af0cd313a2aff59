namespace Personio;

/// <summary>Why a period is not created: an equal one exists, or may exist.</summary>
/// <param name="Id">The id of the equal period; null if unknown.</param>
/// <param name="How">Why it is considered equal, in words.</param>
internal sealed record KnownPeriod(string? Id, string How)
{
    /// <summary>A period that exists.</summary>
    public static KnownPeriod Existing(string? id) => new(id, $"it already exists as {id}");
}
