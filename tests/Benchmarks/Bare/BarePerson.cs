using System.Globalization;
using System.Text.Json;

namespace Personio.Benchmarks.Bare;

/// <summary>A person as the API sends it.</summary>
internal sealed record BarePerson(
    string? Id, string? Email, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, string? FirstName,
    string? LastName, string? PreferredName, string? Gender, BarePicture? ProfilePicture, string? Status,
    List<BareAttribute>? CustomAttributes, List<BareReference>? Employments)
{
    public string? DisplayName
    {
        get
        {
            // As in the module: the preferred name is the full name, unless it is a single word.
            string preferred = PreferredName?.Trim() ?? "";
            string name = preferred.Contains(' ', StringComparison.Ordinal)
                || (preferred.Length > 0 && string.Equals(preferred, LastName, StringComparison.OrdinalIgnoreCase))
                    ? preferred
                    : $"{(preferred.Length > 0 ? preferred : FirstName)} {LastName}".Trim();
            return name.Length > 0 ? name : null;
        }
    }
}

internal sealed record BarePicture(string? Url);

internal sealed record BareReference(string? Id);

/// <summary>One of the company's own attributes.</summary>
internal sealed record BareAttribute(string? Id, string? Type, string? GlobalId, string? Label, JsonElement Value)
{
    public override string ToString() => $"{Label ?? GlobalId ?? Id}={TextOf(Value)}";

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Object =>
            string.Join("; ", value.EnumerateObject().Select(member => $"{member.Name}={TextOf(member.Value)}")),
        _ => "",
    };
}

/// <summary>The catalog of attributes, of version 1.</summary>
internal sealed record BareCatalog(List<BareLabel> Data);

internal sealed record BareLabel(string Key, string? Label);

/// <summary>A page of a list.</summary>
internal sealed record BarePage<T>(
    [property: System.Text.Json.Serialization.JsonPropertyName("_data")] List<T> Data,
    [property: System.Text.Json.Serialization.JsonPropertyName("_meta")] BareMeta Meta);

internal sealed record BareMeta(BareLinks? Links);

internal sealed record BareLinks(BareLink? Next);

internal sealed record BareLink(string? Href);
