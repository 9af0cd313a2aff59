namespace Personio.Models;

/// <summary>A job opening as far as an application shows one; all else counts as unknown.</summary>
[FlatMember("name", Number = "id")]
internal sealed record OpeningPart : ApiObject
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public NamedReference? Department { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts => [("department", Department)];

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id ?? "";
}
