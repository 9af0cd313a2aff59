namespace Personio.Models;

/// <summary>Personio's reference to another object: <c>{"id": "…"}</c>.</summary>
[FlatMember("id")]
internal sealed record Reference : ApiObject
{
    public string? Id { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id ?? "";
}
