namespace Personio.Models;

/// <summary>The way Personio points at another object and says its name: <c>{"id": "…", "name": "…"}</c>.</summary>
[FlatMember("name", Number = "id")]
internal sealed record NamedReference : ApiObject
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id ?? "";
}
