namespace Personio.Client;

/// <summary>What whoever named a file has to say of it, so that it can be read.</summary>
public enum FileRemedy
{
    /// <summary>Nothing would help but another file.</summary>
    None,

    /// <summary>Its encoding.</summary>
    Encoding,

    /// <summary>What separates its cells.</summary>
    Delimiter,

    /// <summary>What its columns are called.</summary>
    Columns,

    /// <summary>What its columns are called, or what separates them.</summary>
    ColumnsOrDelimiter,
}
