namespace Personio.Models;

/// <summary>The way Personio points at another object: <c>{"id": "…"}</c>.</summary>
[FlatMember("id")]
internal sealed record Reference : ApiObject
{
    public string? Id { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id ?? "";
}
