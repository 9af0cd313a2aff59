using System.Text;

namespace Personio;

/// <summary>How a file that is imported is written.</summary>
internal sealed record ImportOptions
{
    /// <summary>The encoding; null for a byte order mark or UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>What separates the cells; null where that is to be found out.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The headers of the file by the columns that they mean.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>How dates are written; none for the forms that the module takes everywhere.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];
}
