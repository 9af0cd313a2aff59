namespace Personio.Lifecycle;

/// <summary>A mapping: the lines in their order, and what else a comparison has to know of a directory.</summary>
public sealed record AttributeMap
{
    /// <summary>What it is called in messages.</summary>
    public string Name { get; init; } = "own mapping";

    /// <summary>The lines.</summary>
    public IReadOnlyList<AttributeRule> Rules { get; init => field = value ?? []; } = [];

    /// <summary>The attribute that holds the key.</summary>
    public string KeyAttribute { get; init; } = "externalId";

    /// <summary>What the enabled state is called in the changes of a row.</summary>
    public string EnabledAttribute { get; init; } = "enabled";

    /// <summary>Which columns an account's row is read from.</summary>
    public AccountColumns Columns { get; init; } = new();

    /// <summary>The pattern of user names.</summary>
    public string UserNamePattern { get; init; } = "{given}.{family}";

    /// <summary>The greatest length of user names.</summary>
    public int UserNameLength { get; init; } = 64;

    /// <summary>The attribute that holds the population; null where the directory has none.</summary>
    public string? PopulationAttribute { get; init; }

    /// <summary>The attributes of accounts that a comparison needs.</summary>
    public IReadOnlyList<string> AttributesToRead =>
    [
        .. Rules.Select(rule => rule.Target)
            .Concat(Rules.Where(rule => rule.Source.Kind == SourceKind.Supervisor).Select(rule => rule.Source.Name))
            .Append(PopulationAttribute).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    internal AttributeRule? EmailRule => Rules.FirstOrDefault(rule => rule.IsEmail);

    internal AttributeRule? UserNameRule => Rules.FirstOrDefault(rule => rule.Source.Kind == SourceKind.UserName)
        ?? Rules.FirstOrDefault(rule => s_userNames.Contains(rule.Target));

    private static readonly HashSet<string> s_userNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "username", "userName", "SamAccountName", "UserPrincipalName",
    };

    /// <summary>Changes single lines: a line of the same target is replaced in its place, a new one added.</summary>
    public AttributeMap With(params IEnumerable<AttributeRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        List<AttributeRule> changed = [.. Rules];
        foreach (AttributeRule rule in rules)
        {
            int at = changed.FindIndex(old => old.Target.Equals(rule.Target, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                // How the directory treats an attribute does not change with where its value comes from.
                AttributeRule old = changed[at];
                changed[at] = rule with
                {
                    IsIdentity = rule.IsIdentity || old.IsIdentity, IsEmail = rule.IsEmail || old.IsEmail,
                    IgnoreCase = rule.IgnoreCase || old.IgnoreCase, MaxLength = rule.MaxLength ?? old.MaxLength,
                    Allowed = rule.Allowed ?? old.Allowed, Pattern = rule.Pattern ?? old.Pattern,
                };
            }
            else
            {
                changed.Add(rule);
            }
        }

        return this with { Rules = changed };
    }

    /// <summary>Leaves lines out.</summary>
    public AttributeMap Without(params IEnumerable<string> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var unwanted = new HashSet<string>(targets, StringComparer.OrdinalIgnoreCase);
        return this with { Rules = [.. Rules.Where(rule => !unwanted.Contains(rule.Target))] };
    }
}
