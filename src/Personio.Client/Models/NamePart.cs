namespace Personio.Models;

/// <summary>An object of which the name is known; all else in it counts as unknown.</summary>
[FlatMember("name")]
internal sealed record NamePart : ApiObject
{
    public string? Name { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
