using System.Text;

namespace Personio;

/// <summary>The format of a file to import.</summary>
internal sealed record ImportOptions
{
    /// <summary>The encoding; null for a byte order mark or UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The column separator; null to detect it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The headers of the file, keyed by column.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The formats of dates; empty for the formats that the module accepts everywhere.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];
}
