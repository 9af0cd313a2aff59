namespace Personio.Models;

/// <summary>A schema of a PingOne environment.</summary>
internal sealed record PingOneSchema : ApiObject
{
    public string? Id { get; init; }
}
