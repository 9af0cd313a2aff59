namespace Personio.Client;

/// <summary>A column that an import supports.</summary>
/// <param name="Name">Its header, unless a different one is specified.</param>
public sealed record CsvColumn(string Name)
{
    /// <summary>Other accepted headers.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Headers that are often used for it. They are suggested in errors but never accepted automatically.
    /// </summary>
    public IReadOnlyList<string> SuggestedHeaders { get; init; } = [];

    /// <summary>Whether the import requires it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The name of the column that can replace it; null if there is none.</summary>
    public string? ReplacedBy { get; init; }
}
