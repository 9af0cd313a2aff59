namespace Personio.Lifecycle;

/// <summary>Compares the mapped attributes of persons and accounts, both in canonical form.</summary>
internal sealed class AttributeComparer
{
    private readonly ComparisonOptions _options;
    private readonly Matcher _matcher;

    public AttributeComparer(ComparisonOptions options, Matcher matcher, IReadOnlyList<PersonRow> persons)
    {
        _options = options;
        _matcher = matcher;
        Unreadable = [.. Columns(options.Map).Where(column => persons.All(person => IsEmpty(person, column)))];
        Rules = [.. options.Map.Rules.Where(rule =>
            !Unreadable.Contains(rule.Source.Name ?? "", StringComparer.OrdinalIgnoreCase)
            || rule.Source.Kind is SourceKind.Supervisor or SourceKind.UserName)];
    }

    /// <summary>The columns that are empty in every row: presumably not readable, so they are not mapped.</summary>
    public IReadOnlyList<string> Unreadable { get; }

    /// <summary>The rules used in this run.</summary>
    public IReadOnlyList<AttributeRule> Rules { get; }

    /// <summary>Compares a person with an existing account.</summary>
    public AttributeDiff CompareExisting(PersonRow person, AccountRow account, AccountRow? emailElsewhere)
    {
        var diff = new AttributeDiff();
        foreach (AttributeRule rule in Rules.Where(rule => rule.When == WriteWhen.Always && IsOwn(rule)))
        {
            object? old = ValueText.Canonical(account.Get(rule.Target));
            NormalizedValue normalized = rule.Normalize(ValueOf(rule, person));
            if (ValueText.AreEqual(rule.Normalize(old).Value, normalized.Value, rule.IgnoreCase)
                || (normalized.Value is null && !rule.Clear)
                || !CanWrite(rule, person, normalized, account, emailElsewhere, diff))
            {
                continue;
            }

            Add(diff, rule, old, normalized);
        }

        return diff;
    }

    /// <summary>The attributes of a new account, except user name, state and manager.</summary>
    public AttributeDiff CompareNew(PersonRow person)
    {
        var diff = new AttributeDiff();
        foreach (AttributeRule rule in Rules.Where(IsOwn))
        {
            NormalizedValue normalized = rule.Normalize(ValueOf(rule, person));
            if (normalized.Value is not null && !(rule.IsEmail && !_matcher.IsOfCompany(person.Email))
                && CanWrite(rule, person, normalized, null, null, diff))
            {
                Add(diff, rule, null, normalized);
            }
        }

        return diff;
    }

    private bool CanWrite(
        AttributeRule rule, PersonRow person, NormalizedValue normalized, AccountRow? account,
        AccountRow? emailElsewhere, AttributeDiff diff)
    {
        if (normalized.IsInvalid)
        {
            diff.Findings.Add((FindingNames.BadValue,
                $"{rule.Target} '{ValueText.Show(normalized.Value)}' is not a value the directory takes"));
            return false;
        }

        if (rule.IsEmail && emailElsewhere is not null)
        {
            diff.Findings.Add((
                FindingNames.EmailElsewhere,
                    $"account {emailElsewhere.Name} has the address {person.Email}, which is not written"));
            return false;
        }

        if (rule.IsEmail && !_matcher.IsOfCompany(person.Email))
        {
            diff.Findings.Add((
                FindingNames.OtherEmail,
                $"the account has {account?.Email ?? "no address"}, HR has {person.Email}, which is not in "
                    + "-EmailDomain and is not written"));
            return false;
        }

        return true;
    }

    private static void Add(AttributeDiff diff, AttributeRule rule, object? old, NormalizedValue normalized)
    {
        diff.Changes.Add(new AttributeChange(rule.Target, old, normalized.Value));
        diff.IsIdentity |= rule.IsIdentity;
        if (normalized.IsAdjusted)
        {
            diff.Adjusted.Add(rule.Target);
        }
    }

    private object? ValueOf(AttributeRule rule, PersonRow person) =>
        _options.UsePreferredName && IsFirstName(rule) && person.PreferredFirstName is { } preferred
            ? preferred
            : rule.Source.ValueOf(person);

    private bool IsOwn(AttributeRule rule) => rule.Source.Kind is SourceKind.Property or SourceKind.Computed
        && !ReferenceEquals(rule, _options.Map.UserNameRule);

    private static bool IsFirstName(AttributeRule rule) =>
        rule.Source.Kind == SourceKind.Property && rule.Source.Name!.Equals("FirstName",
            StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Columns(AttributeMap map) => map.Rules
        .Where(rule => rule.Source.Kind is SourceKind.Property or SourceKind.Computed)
        .Select(rule => rule.Source.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool IsEmpty(PersonRow person, string column) => ValueText.Canonical(person.Get(column)) is null;
}
