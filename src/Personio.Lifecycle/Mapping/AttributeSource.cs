namespace Personio.Lifecycle;

/// <summary>The source of a target attribute's value.</summary>
public sealed record AttributeSource
{
    private AttributeSource(SourceKind kind, string? name, Func<PersonRow, object?>? compute)
    {
        Kind = kind;
        Name = name;
        Compute = compute;
    }

    /// <summary>The generated user name.</summary>
    public static AttributeSource UserName { get; } = new(SourceKind.UserName, null, null);

    /// <summary>The kind.</summary>
    public SourceKind Kind { get; }

    /// <summary>
    /// The column of the person, or the attribute of the supervisor's account; null for other kinds and for the ID of
    /// the supervisor's account.
    /// </summary>
    public string? Name { get; }

    internal Func<PersonRow, object?>? Compute { get; }

    /// <summary>Uses a column of the person.</summary>
    public static AttributeSource Property(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(SourceKind.Property, name.Trim(), null);
    }

    /// <summary>Uses a function of the person, for example a script block.</summary>
    /// <param name="compute">The function.</param>
    /// <param name="needs">The column that the function reads, if it is a single one; a column that is empty in every
    /// row is not mapped.</param>
    public static AttributeSource Computed(Func<PersonRow, object?> compute, string? needs = null)
    {
        ArgumentNullException.ThrowIfNull(compute);
        return new(SourceKind.Computed, needs, compute);
    }

    /// <summary>Uses the account of the supervisor.</summary>
    /// <param name="attribute">The attribute of that account to write; null for its ID.</param>
    public static AttributeSource Supervisor(string? attribute = null) => new(SourceKind.Supervisor, attribute, null);

    /// <summary>
    /// Parses a source as written in a mapping: the name of a column, <c>UserName()</c>, <c>Supervisor()</c> or
    /// <c>Supervisor(DistinguishedName)</c>.
    /// </summary>
    public static AttributeSource Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string source = text.Trim();
        if (source.Equals("UserName()", StringComparison.OrdinalIgnoreCase))
        {
            return UserName;
        }

        const string Supervising = "Supervisor(";
        return source.StartsWith(Supervising, StringComparison.OrdinalIgnoreCase) && source.EndsWith(')')
            ? Supervisor(ValueText.Plain(source[Supervising.Length..^1]))
            : Property(source);
    }

    /// <summary>The value for a person; null for sources outside the person's own row.</summary>
    internal object? ValueOf(PersonRow person) => Kind switch
    {
        SourceKind.Property => person.Get(Name!),
        SourceKind.Computed => Compute!(person),
        _ => null,
    };
}
