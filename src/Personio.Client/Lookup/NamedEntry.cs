namespace Personio.Client;

/// <summary>The id and name of an entry in a list of the company.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; the id if the entry has no name.</param>
public sealed record NamedEntry(string Id, string Name)
{
    /// <summary>Whether the entry has a name of its own.</summary>
    public bool IsNamed { get; init; } = true;
}
