namespace Personio.Lifecycle;

/// <summary>Checks a mapping before anything is read, and adapts it to the schema of the directory.</summary>
public static class MapCheck
{
    /// <summary>Checks a mapping.</summary>
    /// <param name="map">The mapping.</param>
    /// <param name="personProperties">The columns that persons have; null if unknown.</param>
    /// <param name="schema">The attributes of the directory; null if unknown.</param>
    /// <returns>The mapping with the lengths, patterns and values of the schema, and without optional rules whose
    /// attribute the schema lacks.</returns>
    /// <exception cref="LifecycleException">Something does not exist or is disabled (<c>MappingInvalid</c>); the
    /// message lists all names.</exception>
    public static AttributeMap Check(
        AttributeMap map, IEnumerable<string>? personProperties = null, IEnumerable<SchemaEntry>? schema = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var faults = new List<string>();
        faults.AddRange(map.Rules.GroupBy(rule => rule.Target, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1).Select(same => $"attribute '{same.Key}' is mapped twice"));
        faults.AddRange(map.Rules.Select(rule => WhyNotMapped(map, rule.Target)).OfType<string>());
        if (personProperties is not null)
        {
            var known = new HashSet<string>(personProperties, StringComparer.OrdinalIgnoreCase);
            faults.AddRange(map.Rules
                .Where(rule => rule.Source is { Kind: SourceKind.Property, Name: { } name } && !known.Contains(name))
                .Select(rule => $"persons have no property '{rule.Source.Name}' (mapped to '{rule.Target}')"));
        }

        AttributeMap fitted = schema is null ? map : map with { Rules = [.. FitToSchema(map, [.. schema], faults)] };
        return faults.Count == 0
            ? fitted
            : throw new LifecycleException(
                LifecycleErrors.MappingInvalid,
                $"The mapping ({map.Name}) cannot be used: {string.Join("; ", faults)}. Nothing was compared.");
    }

    // An update of the state would be neither a Disable nor count toward its limit.
    private static string? WhyNotMapped(AttributeMap map, string target) =>
        target.Equals(map.EnabledAttribute, StringComparison.OrdinalIgnoreCase)
            ? $"attribute '{target}' follows from the first and last days and cannot be mapped"
            : target.Equals(map.PopulationAttribute, StringComparison.OrdinalIgnoreCase)
                ? $"attribute '{target}' cannot be mapped; -Population sets it for new accounts"
                : null;

    private static IEnumerable<AttributeRule> FitToSchema(
        AttributeMap map, IReadOnlyList<SchemaEntry> schema, List<string> faults)
    {
        foreach (AttributeRule rule in map.Rules)
        {
            // PingOne silently drops an attribute with wrong casing, just like an unknown one.
            SchemaEntry? target = schema.FirstOrDefault(entry => entry.Name == rule.Target);
            if (target is { Enabled: true })
            {
                yield return rule with
                {
                    MaxLength = target.MaxLength is { } max && max < (rule.MaxLength ?? int.MaxValue) ? max
                        : rule.MaxLength,
                    Pattern = target.Pattern ?? rule.Pattern,
                    IsList = target.IsMultiValued,
                    AllowedValues = target.AllowedValues.Count > 0 ? target.AllowedValues : rule.AllowedValues,
                };
            }
            else if (!rule.IsOptional)
            {
                string? near = schema.FirstOrDefault(entry =>
                    entry.Name.Equals(rule.Target, StringComparison.OrdinalIgnoreCase))?.Name;
                faults.Add(target is not null
                    ? $"attribute '{rule.Target}' is disabled in the directory's schema"
                    : near is not null
                        ? $"attribute '{rule.Target}' is called '{near}' in the directory's schema"
                        : $"the directory's schema has no attribute '{rule.Target}'");
            }
        }
    }
}
