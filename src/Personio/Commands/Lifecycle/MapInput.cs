using System.Collections;
using System.Management.Automation;
using System.Reflection;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Reads mappings and columns from parameter values.</summary>
/// <param name="consequence">The sentence appended to mapping errors, which states that nothing was done.</param>
internal sealed class MapInput(string consequence)
{
    private static readonly string[] s_identity = ["Email", "FirstName", "LastName"];

    /// <summary>Reads a mapping.</summary>
    /// <param name="map">The name of a preset, or a dictionary.</param>
    /// <param name="add">Lines that change the mapping; null for none.</param>
    /// <param name="columns">Columns of accounts that differ from the mapping's; null for none.</param>
    /// <param name="personId">The column of persons that holds the id; null if it does not matter.</param>
    /// <exception cref="LifecycleException">
    /// The mapping cannot be read (<c>MappingInvalid</c>, <c>InvalidOption</c>).
    /// </exception>
    public AttributeMap Read(object? map, IDictionary? add, IDictionary? columns, string? personId = null)
    {
        AttributeMap read = PipelineInput.Unwrap(map) switch
        {
            IDictionary lines => ReadOwn(lines, personId),
            string name => MapPresets.Find(name),
            var other => throw Invalid(
                $"'{other}' is not a mapping. Use PingOne, ActiveDirectory or EntraId, or a dictionary"),
        };
        foreach (DictionaryEntry line in add ?? new Hashtable())
        {
            string target = TargetOf(line.Key);
            read = line.Value is null ? read.Without(target) : read.With(ReadRule(target, line.Value));
        }

        return columns is null ? read : read with { Columns = Columns(read.Columns, columns) };
    }

    /// <summary>Reads the columns of persons.</summary>
    /// <exception cref="LifecycleException">A column is unknown (<c>InvalidOption</c>).</exception>
    public static PersonColumns Persons(IDictionary? given)
    {
        PersonColumns columns = new();
        foreach (DictionaryEntry pair in given ?? new Hashtable())
        {
            if (!Set(columns, pair))
            {
                throw new LifecycleException(
                    LifecycleErrors.InvalidOption,
                    $"-PersonProperty names '{pair.Key}', which is not a property a comparison reads. Use "
                    + $"{string.Join(", ", typeof(PersonColumns).GetProperties().Select(property => property.Name))}. "
                    + "To map any other column, name it in -MapAdd.");
            }
        }

        return columns;
    }

    // The line with the person id is the key; if the id does not matter, the first line can replace it.
    private AttributeMap ReadOwn(IDictionary lines, string? personId)
    {
        AttributeRule[] rules =
            [.. lines.Cast<DictionaryEntry>().Select(line => ReadRule(TargetOf(line.Key), line.Value))];
        AttributeRule key = Array.Find(rules, rule => rule.Source.Kind == SourceKind.Property
                && (personId ?? "PersonId").Equals(rule.Source.Name, StringComparison.OrdinalIgnoreCase))
            ?? (personId is null ? rules.FirstOrDefault() : null)
            ?? throw Invalid($"A mapping needs a line for the key, such as externalId = '{personId ?? "PersonId"}'");
        return new AttributeMap
        {
            Rules = [.. rules.Select(rule => ReferenceEquals(rule, key) ? rule with { When = WriteWhen.Link } : rule)],
            KeyAttribute = key.Target,
            PopulationAttribute = key.Target == MapPresets.PingOne.KeyAttribute
                ? MapPresets.PingOne.PopulationAttribute
                : null,
            Columns = key.Target == MapPresets.PingOne.KeyAttribute
                ? AccountColumns.PingOne
                : new AccountColumns { Key = key.Target },
        };
    }

    private AttributeRule ReadRule(string target, object? line)
    {
        object? source = PipelineInput.Unwrap(line);
        IDictionary? parts = source as IDictionary;
        if (parts is not null)
        {
            string? unknown = parts.Keys.Cast<object>().Select(key => key.ToString() ?? "").FirstOrDefault(
                key => !s_parts.Contains(key, StringComparer.OrdinalIgnoreCase));
            if (unknown is not null)
            {
                throw Invalid(
                    $"The line of '{target}' has the unknown part '{unknown}'. Use {string.Join(", ", s_parts)}");
            }

            source = PipelineInput.Unwrap(Part(parts, "From"));
        }

        AttributeSource from = source switch
        {
            ScriptBlock block => AttributeSource.Computed(
                person => ScriptCall.Evaluate(block, person.Source, $"'{target}' for person {person.PersonId}")),
            string { Length: > 0 } text => AttributeSource.Parse(text),
            _ => throw Invalid(
                $"The line of '{target}' has no source. Name a property of the person, or use a script block"),
        };
        bool isEmail = from is { Kind: SourceKind.Property, Name: "Email" };
        return new AttributeRule(target, from)
        {
            When = Word<WriteWhen>(target, parts, "When")
                ?? (from.Kind == SourceKind.UserName ? WriteWhen.Create : WriteWhen.Always),
            Clear = parts is not null && LanguagePrimitives.IsTrue(Part(parts, "Clear")),
            IgnoreCase = isEmail || from.Kind == SourceKind.UserName || IsCaseIgnored(target, parts),
            IsEmail = isEmail,
            IsIdentity = from.Kind == SourceKind.UserName
                || (from.Kind == SourceKind.Property
                    && s_identity.Contains(from.Name, StringComparer.OrdinalIgnoreCase)),
        };
    }

    private static readonly string[] s_parts = ["From", "When", "Clear", "Compare"];

    private bool IsCaseIgnored(string target, IDictionary? parts) => parts is not null
        && (Part(parts, "Compare")?.ToString()?.ToUpperInvariant() switch
        {
            null or "" or "EXACT" => false,
            "IGNORECASE" => true,
            var other => throw Invalid($"The line of '{target}' compares '{other}'. Use Exact or IgnoreCase"),
        });

    private T? Word<T>(string target, IDictionary? parts, string part)
        where T : struct, Enum
    {
        if (parts is null || Part(parts, part)?.ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        return Enum.TryParse(text, ignoreCase: true, out T word) && Enum.IsDefined(word)
            ? word
            : throw Invalid($"The line of '{target}' has {part} '{text}'. Use {string.Join(", ", Enum.GetNames<T>())}");
    }

    private static object? Part(IDictionary parts, string name) => parts.Cast<DictionaryEntry>()
        .FirstOrDefault(part => name.Equals(part.Key.ToString(), StringComparison.OrdinalIgnoreCase)).Value;

    private AccountColumns Columns(AccountColumns preset, IDictionary given)
    {
        AccountColumns columns = preset with { };
        var attributes = new Dictionary<string, string>(preset.Attributes, StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry pair in given)
        {
            if (!Set(columns, pair))
            {
                attributes[TargetOf(pair.Key)] = pair.Value?.ToString() ?? "";
            }
        }

        return columns with { Attributes = attributes };
    }

    // Sets init-only properties: the records are not changed after this.
    private static bool Set(object columns, DictionaryEntry pair)
    {
        PropertyInfo? property = columns.GetType().GetProperty(
            pair.Key.ToString() ?? "", BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property is null || property.PropertyType != typeof(string))
        {
            return false;
        }

        property.SetValue(columns, pair.Value?.ToString());
        return true;
    }

    private string TargetOf(object key) => key.ToString()?.Trim() is { Length: > 0 } target
        ? target
        : throw Invalid("A line of the mapping has no target attribute");

    private LifecycleException Invalid(string text) => new(LifecycleErrors.MappingInvalid, $"{text}. {consequence}");
}
