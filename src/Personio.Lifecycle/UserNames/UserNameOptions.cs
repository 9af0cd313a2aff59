namespace Personio.Lifecycle;

/// <summary>How user names are generated.</summary>
public sealed record UserNameOptions
{
    /// <summary>
    /// The pattern: <c>{given}</c>, <c>{family}</c>, <c>{g}</c>, <c>{f}</c>, <c>{email-local}</c>, <c>{email}</c>, and
    /// text in between; null for that of the mapping.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// Returns the pattern of a person, instead of <see cref="Pattern"/>: placeholders, text, or a name that is spelled
    /// and numbered like any other. Null or empty means that no name can be generated.
    /// </summary>
    public Func<PersonRow, string?>? PatternOf { get; init; }

    /// <summary>How letters outside a-z are spelled.</summary>
    public Transliteration Transliteration { get; init; }

    /// <summary>Custom spellings of letters, which take precedence.</summary>
    public IReadOnlyDictionary<string, string>? Letters { get; init; }

    /// <summary>Whether only the first part of a double given name is used.</summary>
    public bool FirstGivenOnly { get; init; }

    /// <summary>The maximum length; null for that of the mapping.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Names that nobody gets, in addition to admin, root, support and similar ones.</summary>
    public IReadOnlyList<string> Reserved { get; init => field = value ?? []; } = [];
}
