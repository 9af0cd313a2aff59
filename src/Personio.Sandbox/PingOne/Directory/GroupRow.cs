namespace Personio.Sandbox.PingOne.Directory;

/// <summary>A group of users.</summary>
internal sealed record GroupRow(string Id, string Name, string? Description, DateTimeOffset CreatedAt)
{
    public string? ExternalId { get; init; }

    /// <summary>The population the group belongs to; null is a group of the environment.</summary>
    public string? PopulationId { get; init; }

    /// <summary>The filter that makes the members of a dynamic group; null is a group with members added by hand.</summary>
    public string? UserFilter { get; init; }

    /// <summary>GATEWAY or IDP for a group that is kept elsewhere.</summary>
    public string? SourceType { get; init; }

    /// <summary>The ids of the users who were added by hand.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether members can be added and removed by hand.</summary>
    public bool IsOpen => UserFilter is null && SourceType is null;
}
