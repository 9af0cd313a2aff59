namespace Personio.Models;

/// <summary>Personio's reference to another object, including its name: <c>{"id": "…", "name": "…"}</c>.</summary>
[FlatMember("name", Number = "id")]
internal sealed record NamedReference : ApiObject
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id ?? "";
}
