namespace Personio;

/// <summary>Why a period is not created: an equal one exists, or may exist.</summary>
/// <param name="Id">The id of that one; null where it is not known.</param>
/// <param name="How">How that is known, in words.</param>
internal sealed record KnownPeriod(string? Id, string How)
{
    /// <summary>One that exists.</summary>
    public static KnownPeriod Existing(string? id) => new(id, $"it already exists as {id}");
}
