namespace Personio.Lifecycle;

/// <summary>How user names are made.</summary>
public sealed record UserNameOptions
{
    /// <summary>The pattern: <c>{given}</c>, <c>{family}</c>, <c>{g}</c>, <c>{f}</c>, <c>{email-local}</c>,
    /// <c>{email}</c>, and text between; null for that of the mapping.</summary>
    public string? Pattern { get; init; }

    /// <summary>The pattern of a person, in place of <see cref="Pattern"/>: placeholders, text, or a name that is
    /// spelled and numbered as any other. Null or empty means that no name can be made.</summary>
    public Func<PersonRow, string?>? PatternOf { get; init; }

    /// <summary>How letters outside a-z are spelled.</summary>
    public Transliteration Transliteration { get; init; }

    /// <summary>Own spellings of letters, asked first.</summary>
    public IReadOnlyDictionary<string, string>? Letters { get; init; }

    /// <summary>Whether only the first part of a double given name is taken.</summary>
    public bool FirstGivenOnly { get; init; }

    /// <summary>The greatest length; null for that of the mapping.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Names that nobody gets, besides admin, root, support and their like.</summary>
    public IReadOnlyList<string> Reserved { get; init => field = value ?? []; } = [];
}
