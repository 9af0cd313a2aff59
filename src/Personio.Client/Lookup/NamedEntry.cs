namespace Personio.Client;

/// <summary>An entry of one of the lists that a company keeps, as far as it is needed to choose it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; the id where it has none.</param>
public sealed record NamedEntry(string Id, string Name)
{
    /// <summary>Whether it has a name of its own.</summary>
    public bool IsNamed { get; init; } = true;
}
