namespace Personio.Client;

/// <summary>A column that an import knows.</summary>
/// <param name="Name">What its header is, unless another one is named.</param>
public sealed record CsvColumn(string Name)
{
    /// <summary>Other headers that mean it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Headers that people often give it. They are proposed in errors, and never taken by themselves.</summary>
    public IReadOnlyList<string> Proposals { get; init; } = [];

    /// <summary>Whether nothing can be imported without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The name of the column that will do in its place; null where none does.</summary>
    public string? InPlace { get; init; }
}
