namespace Personio.Sandbox.Tenant;

/// <summary>An object with only an ID and a name: a cost center, a workplace, or a document category.</summary>
internal sealed class NamedRow : Row
{
    public required string Name { get; init; }
}
