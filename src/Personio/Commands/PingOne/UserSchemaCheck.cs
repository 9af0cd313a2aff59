using System.Collections;
using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>Checks user-specified attributes against the schema, because PingOne silently drops unknown ones.</summary>
internal sealed class UserSchemaCheck
{
    // Attributes with their own parameter, by their names in PingOne.
    private static readonly Dictionary<string, string> s_ownParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["enabled"] = "-Enabled", ["population"] = "-Population", ["population.id"] = "-Population",
        ["username"] = "-UserName", ["id"] = "-UserId",
    };

    private readonly IReadOnlyList<PingOneAttribute>? _attributes;

    private UserSchemaCheck(IReadOnlyList<PingOneAttribute>? attributes) => _attributes = attributes;

    /// <summary>
    /// Reads the schema. If the worker app may not read it, attributes without a parameter of their own are rejected,
    /// and one warning says so.
    /// </summary>
    public static UserSchemaCheck Read(PingOneCmdletBase cmdlet)
    {
        try
        {
            return new UserSchemaCheck(cmdlet.Await(token => cmdlet.Client.GetAttributesAsync(token)));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            cmdlet.WriteWarning(
                $"The user schema could not be read, so only standard attributes can be written. {fault.Message}");
            return new UserSchemaCheck(null);
        }
    }

    /// <summary>
    /// The path of an attribute in the case of the schema, and the value in the form that it requires.
    /// </summary>
    /// <exception cref="PersonioException">The attribute cannot be written (<c>InvalidRequest</c>).</exception>
    public (string Path, object? Value) Check(string name, object? value)
    {
        string path = name.Trim();
        if (s_ownParameters.TryGetValue(path, out string? parameter))
        {
            throw PersonioException.Invalid($"Attribute '{path}' has its own parameter. Use {parameter}.");
        }

        string[] parts = path.Split('.', 2);
        PingOneAttribute? known = Find(parts[0]);
        if (known is null && _attributes is null)
        {
            throw PersonioException.Invalid(
                $"Attribute '{path}' cannot be written: the user schema could not be read to check it.");
        }

        if (known?.Enabled == false || known is null)
        {
            string fault = known is null ? "is not in the user schema" : "is switched off in the user schema";
            throw PersonioException.Invalid(
                $"Attribute '{path}' {fault}, and PingOne would drop it. Known: {string.Join(", ", Names())}.");
        }

        string full = parts.Length == 2 ? $"{known.Name}.{Part(known, parts[1], path)}" : known.Name!;
        return (full, Value(known, full, value is PSObject wrapped ? wrapped.BaseObject : value));
    }

    private PingOneAttribute? Find(string name) =>
        _attributes?.FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Names() => _attributes!
        .Where(row => row is { Enabled: not false, SchemaType: not "CORE", Name: not null })
        .Select(row => row.Name!).Order(StringComparer.OrdinalIgnoreCase);

    private static string Part(PingOneAttribute known, string part, string path) =>
        known.SubAttributes.FirstOrDefault(one => string.Equals(one, part, StringComparison.OrdinalIgnoreCase))
        ?? throw PersonioException.Invalid(
            $"Attribute '{path}' is not in the user schema. Parts of {known.Name}: "
            + $"{string.Join(", ", known.SubAttributes)}.");

    private static object? Value(PingOneAttribute known, string path, object? value)
    {
        if (value is null or "")
        {
            return known.Required == true
                ? throw PersonioException.Invalid($"Attribute '{path}' is required and cannot be cleared.")
                : null;
        }

        if (known.Type == "COMPLEX" && !path.Contains('.', StringComparison.Ordinal))
        {
            throw PersonioException.Invalid(
                $"Attribute '{path}' has parts. Specify them by name, for example "
                + $"'{path}.{known.SubAttributes.FirstOrDefault()}'.");
        }

        string[] values = value is IEnumerable items and not string
            ? [.. items.Cast<object?>().Select(item => item?.ToString() ?? "")]
            : [value.ToString() ?? ""];
        if (known.MultiValued != true && values.Length != 1)
        {
            throw PersonioException.Invalid($"Attribute '{path}' takes one value; {values.Length} were given.");
        }

        if (known.AllowedValues.Count > 0
            && values.FirstOrDefault(one => !known.AllowedValues.Contains(one)) is { } wrong)
        {
            throw PersonioException.Invalid(
                $"'{wrong}' is not a value of attribute '{path}'. Use one of: "
                + $"{string.Join(", ", known.AllowedValues)}.");
        }

        return known.MultiValued == true ? values : values[0];
    }
}
