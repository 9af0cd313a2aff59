using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// Converts values specified for custom attributes, by label or id, to what Personio accepts: ids, and text or lists of
/// text. Rejects values that do not fit the catalog.
/// </summary>
internal sealed class CustomAttributeValues(ConnectedCmdletBase command)
{
    private readonly CachedList<PersonAttribute> _catalog =
        CachedLists.From(command, CompanyLists.Attributes, "Attribute labels could not be read.");

    /// <summary>The values on the wire; null if none were specified.</summary>
    /// <exception cref="PersonioException">A name is unknown, or a value does not fit.</exception>
    public IReadOnlyList<object>? ToWire(IDictionary? given)
    {
        if (given is null or { Count: 0 })
        {
            return null;
        }

        var values = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry pair in given)
        {
            string name = Convert.ToString(pair.Key, CultureInfo.InvariantCulture)!.Trim();
            PersonAttribute attribute = _catalog.Find(all => Find(all, name));
            object value = ConvertValue(attribute, PipelineInput.Unwrap(pair.Value));
            if (!values.TryAdd(attribute.AttributeId!, value))
            {
                throw PersonioException.Invalid(
                    $"The attribute '{attribute}' ({attribute.AttributeId}) was given twice.");
            }
        }

        return [.. values.Select(pair => new { id = pair.Key, value = pair.Value })];
    }

    private static object ConvertValue(PersonAttribute attribute, object? given)
    {
        bool isList = given is IEnumerable and not string and not IDictionary;
        string[] texts = isList
            ? [.. ((IEnumerable)given!).Cast<object?>().Select(item => ConvertText(attribute, item))]
            : [ConvertText(attribute, given)];
        return attribute.Type switch
        {
            // An empty list or an empty text clears the value.
            "tags" => texts.Where(text => text.Length > 0).Select(text => CheckOption(attribute, text)).ToArray(),
            null when isList => texts,
            _ when texts is [string one] => one.Length == 0 ? one : CheckOption(attribute, one),
            _ => throw CreateError(
                attribute,
                string.Join(", ", texts),
                DecimalTransformationAttribute.AdviceForList(given) is { } advice
                    ? $"takes one value. {advice[..^1]}"
                    : "takes one value"),
        };
    }

    private static string ConvertText(PersonAttribute attribute, object? value) => value switch
    {
        null => "",
        PSObject wrapped => ConvertText(attribute, wrapped.BaseObject),
        string text => CheckReadable(text),
        bool flag => flag ? "true" : "false",
        DateTime or DateTimeOffset or DateOnly => ConvertDay(attribute, value),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw CreateError(attribute, value.GetType().Name, "takes text, numbers, dates, $true or $false"),
    };

    private static string CheckReadable(string text)
    {
        LostCharacters.Reject(text);
        return text;
    }

    private static string CheckOption(PersonAttribute attribute, string text)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        return attribute.Type switch
        {
            "list" or "tags" when attribute.Options.Count > 0 =>
                attribute.Options.FirstOrDefault(option => option.EqualsIgnoringCase(text))
                ?? throw CreateError(attribute, text, $"has the choices {attribute.Options}"),
            "integer" when !long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out _) =>
                throw CreateError(attribute, text, "takes whole numbers"),
            "decimal" => ConvertNumber(attribute, text),
            "boolean" => bool.TryParse(text, out bool flag)
                ? (flag ? "true" : "false")
                : throw CreateError(attribute, text, "takes $true or $false"),
            "date" => ConvertDay(attribute, text),
            _ => text,
        };
    }

    private static string ConvertDay(PersonAttribute attribute, object given)
    {
        try
        {
            return DateText.Day(DateInput.WallClock(given)!.Value);
        }
        catch (ArgumentTransformationMetadataException fault)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"The attribute '{attribute}' takes dates: {fault.Message}", fault);
        }
    }

    private static string ConvertNumber(PersonAttribute attribute, string text)
    {
        try
        {
            return NumberText.Read(text, CultureInfo.CurrentCulture).ToString(CultureInfo.InvariantCulture);
        }
        catch (FormatException fault)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"The attribute '{attribute}' takes numbers: {fault.Message}", fault);
        }
    }

    private static PersonioException CreateError(PersonAttribute attribute, string value, string what) =>
        PersonioException.Invalid(
            $"'{value}' cannot be set: the attribute '{attribute}' ({attribute.AttributeId}) {what}.");

    private PersonAttribute Find(IReadOnlyList<PersonAttribute> catalog, string name)
    {
        // A credential that may write persons but not read the catalog can still specify an attribute by its id.
        if (catalog.Count == 0 && PersonAttribute.IsCustom(name))
        {
            return new PersonAttribute { AttributeId = name };
        }

        PersonAttribute[] universal =
            [.. catalog.Where(attribute => attribute.UniversalId.EqualsIgnoringCase(name))];
        bool isNamed = catalog.Any(attribute =>
            attribute.AttributeId.EqualsIgnoringCase(name) || attribute.Label.EqualsIgnoringCase(name));
        return !isNamed && universal is [PersonAttribute only] ? only : _catalog.Names.Find(catalog, name);
    }
}
