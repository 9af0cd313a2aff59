namespace Personio.Sandbox.Tenant;

/// <summary>Something that is nothing but an id and a name: a cost center or a workplace.</summary>
internal sealed class NamedRow : Row
{
    public required string Name { get; init; }
}
