using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

// Attribute is Personio's word for it, and the one its users know.
#pragma warning disable CA1711

/// <summary>A field that persons have, as the company's catalog of API v1 describes it.</summary>
public sealed record PersonAttribute : ApiObject
{
    /// <summary>The key, for example <c>dynamic_305</c>: the id of the custom attribute of a person.</summary>
    [JsonPropertyName("key")]
    public string? AttributeId { get; init; }

    /// <summary>The label that people see.</summary>
    public string? Label { get; init; }

    /// <summary>standard, list, tags, date, integer, decimal or what Personio adds.</summary>
    public string? Type { get; init; }

    /// <summary>The name of the field across companies; null where there is none.</summary>
    public string? UniversalId { get; init; }

    /// <summary>What can be chosen, for lists and tags; empty for all others.</summary>
    [JsonIgnore]
    public ValueList<string> Options => field ??= new ValueList<string>(Choices.ValueKind == JsonValueKind.Array
        ? [.. Choices.EnumerateArray().Select(LenientName.Parse).OfType<string>()]
        : []);

    [JsonInclude]
    [JsonPropertyName("options")]
    internal JsonElement Choices { get; init; }

    /// <summary>Whether a key is that of a field which the company made itself, and not one that all companies have.
    /// </summary>
    /// <param name="attributeId">The key; null is none.</param>
    public static bool IsCustom(string? attributeId) =>
        attributeId?.StartsWith("dynamic_", StringComparison.OrdinalIgnoreCase) == true;

    /// <inheritdoc/>
    public override string ToString() => Label ?? AttributeId ?? "";
}
