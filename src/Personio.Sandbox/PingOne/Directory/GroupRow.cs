namespace Personio.Sandbox.PingOne.Directory;

/// <summary>A group of users.</summary>
internal sealed record GroupRow(string Id, string Name, string? Description, DateTimeOffset CreatedAt)
{
    public string? ExternalId { get; init; }

    /// <summary>The population that the group belongs to; null for a group of the environment.</summary>
    public string? PopulationId { get; init; }

    /// <summary>
    /// The filter that selects the members of a dynamic group; null for a group with members added manually.
    /// </summary>
    public string? UserFilter { get; init; }

    /// <summary>GATEWAY or IDP for a group that is managed elsewhere.</summary>
    public string? SourceType { get; init; }

    /// <summary>The IDs of the users who were added manually.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>True if members can be added and removed manually.</summary>
    public bool IsOpen => UserFilter is null && SourceType is null;
}
