namespace Personio.Models;

/// <summary>The job opening as included in an application; other members count as unknown.</summary>
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
