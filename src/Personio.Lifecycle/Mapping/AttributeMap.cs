namespace Personio.Lifecycle;

/// <summary>A mapping: its rules in order, and what a comparison needs to know about the directory.</summary>
public sealed record AttributeMap
{
    /// <summary>The name of the mapping in messages.</summary>
    public string Name { get; init; } = "custom mapping";

    /// <summary>The rules, one per attribute.</summary>
    public IReadOnlyList<AttributeRule> Rules { get; init => field = value ?? []; } = [];

    /// <summary>The attribute that holds the key.</summary>
    public string KeyAttribute { get; init; } = "externalId";

    /// <summary>The name of the enabled state in the changes of a row.</summary>
    public string EnabledAttribute { get; init; } = "enabled";

    /// <summary>The columns from which account rows are read.</summary>
    public AccountColumns Columns { get; init; } = new();

    /// <summary>The pattern of user names.</summary>
    public string UserNamePattern { get; init; } = "{given}.{family}";

    /// <summary>The maximum length of user names.</summary>
    public int UserNameLength { get; init; } = 64;

    /// <summary>The attribute that holds the population; null if the directory has none.</summary>
    public string? PopulationAttribute { get; init; }

    /// <summary>The account attributes that a comparison needs.</summary>
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

    /// <summary>Changes rules: a rule with the same target is replaced in place, a new one is added.</summary>
    public AttributeMap With(params IEnumerable<AttributeRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        List<AttributeRule> changed = [.. Rules];
        foreach (AttributeRule rule in rules)
        {
            int at = changed.FindIndex(old => old.Target.Equals(rule.Target, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                // How the directory treats an attribute does not depend on the source of its value.
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

    /// <summary>Removes rules by their targets.</summary>
    public AttributeMap Without(params IEnumerable<string> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var unwanted = new HashSet<string>(targets, StringComparer.OrdinalIgnoreCase);
        return this with { Rules = [.. Rules.Where(rule => !unwanted.Contains(rule.Target))] };
    }
}
