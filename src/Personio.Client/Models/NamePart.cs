namespace Personio.Models;

/// <summary>An object with a name; its other members count as unknown.</summary>
[FlatMember("name")]
internal sealed record NamePart : ApiObject
{
    public string? Name { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
