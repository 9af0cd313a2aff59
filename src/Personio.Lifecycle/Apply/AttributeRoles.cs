namespace Personio.Lifecycle;

/// <summary>
/// Knows which attributes are the key, the user name and the enabled state, and compares values as the comparison did.
/// </summary>
internal sealed class AttributeRoles
{
    private static readonly AttributeMap[] s_presets = [MapPresets.PingOne, MapPresets.ActiveDirectory,
        MapPresets.EntraId];
    private readonly AttributeMap _map;
    private readonly HashSet<string> _keys;
    private readonly HashSet<string> _states;
    private readonly HashSet<string> _userNames;
    private readonly Dictionary<string, AttributeRule> _rules;

    public AttributeRoles(AttributeMap map)
    {
        _map = map;
        AttributeMap[] all = [.. s_presets, map];
        _keys = new(all.Select(one => one.KeyAttribute), StringComparer.OrdinalIgnoreCase);
        _states = new(all.Select(one => one.EnabledAttribute), StringComparer.OrdinalIgnoreCase);
        _userNames = new(all.Select(one => one.UserNameRule?.Target).OfType<string>(),
            StringComparer.OrdinalIgnoreCase);
        _rules = all.SelectMany(one => one.Rules).GroupBy(rule => rule.Target, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The attribute of the supervisor's account that is written as the manager; null for its ID.</summary>
    public string? ManagerAttribute(string target) => _map.Rules.FirstOrDefault(rule =>
        rule.Source.Kind == SourceKind.Supervisor
            && rule.Target.Equals(target, StringComparison.OrdinalIgnoreCase))?.Source.Name;

    public bool IsState(string attribute) => _states.Contains(attribute);

    public bool IsUserName(string attribute) => _userNames.Contains(attribute);

    /// <summary>The values to send.</summary>
    public IReadOnlyDictionary<string, object?> ValuesToSend(IEnumerable<AttributeChange> changes) =>
        changes.ToDictionary(
            change => change.Name,
            change => IsState(change.Name) ? change.New is "true" : change.New,
            StringComparer.Ordinal);

    /// <summary>
    /// Whether the directory kept a new value. An attribute that the account does not include counts as kept.
    /// </summary>
    public bool WasStored(AccountRow account, AttributeChange change) =>
        !IncludesAttribute(account, change.Name)
        || AreEqual(change.Name, CurrentValue(account, change.Name), change.New);

    /// <summary>Whether the account has this value.</summary>
    public bool Has(AccountRow account, string attribute, object? value) =>
        AreEqual(attribute, CurrentValue(account, attribute), value);

    private bool IncludesAttribute(AccountRow account, string attribute) =>
        account.Attributes.ContainsKey(attribute) || _keys.Contains(attribute)
            || (IsState(attribute) && account.Enabled is not null)
        || (IsUserName(attribute) && account.UserName is not null);

    // The account's own state takes precedence over an attribute that may repeat it.
    private object? CurrentValue(AccountRow account, string attribute) =>
        IsState(attribute) && account.Enabled is { } enabled ? ValueText.Canonical(enabled)
        : account.Attributes.TryGetValue(attribute, out object? value) ? ValueText.Canonical(value)
        : _keys.Contains(attribute) ? ValueText.Plain(account.Key)
        : IsUserName(attribute) ? ValueText.Plain(account.UserName)
        : null;

    private bool AreEqual(string attribute, object? now, object? value)
    {
        AttributeRule? rule = _rules.GetValueOrDefault(attribute);
        object? canonical = ValueText.Canonical(value);
        bool ignoreCase = rule?.IgnoreCase == true || IsState(attribute);
        return ValueText.AreEqual(now, canonical, ignoreCase)
            || (rule is not null
                && ValueText.AreEqual(rule.Normalize(now).Value, rule.Normalize(canonical).Value, ignoreCase));
    }
}
