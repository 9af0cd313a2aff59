namespace Personio.Client;

/// <summary>
/// How a company writes the last day of an absence that ends with a half day. Personio does not document it, so each
/// session determines it.
/// </summary>
public enum AbsenceEndReading
{
    /// <summary>Not known yet, or no evidence exists: treated as <see cref="Exclusive"/>.</summary>
    Unproven,

    /// <summary>The end is the midnight after the last day.</summary>
    Exclusive,

    /// <summary>The end is the last day itself.</summary>
    Inclusive,
}
