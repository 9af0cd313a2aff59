namespace Personio.Client;

/// <summary>What a user has to specify about a file so that it can be read.</summary>
public enum FileRemedy
{
    /// <summary>Nothing: only a different file would help.</summary>
    None,

    /// <summary>The encoding.</summary>
    Encoding,

    /// <summary>The delimiter between cells.</summary>
    Delimiter,

    /// <summary>The headers of the columns.</summary>
    Columns,

    /// <summary>The headers of the columns or the delimiter between cells.</summary>
    ColumnsOrDelimiter,
}
