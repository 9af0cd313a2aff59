using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

// Personio and its users call it an attribute.
#pragma warning disable CA1711

/// <summary>A field of persons, as described in the company's catalog of API v1.</summary>
public sealed record PersonAttribute : ApiObject
{
    /// <summary>The key, for example <c>dynamic_305</c>: the id of the custom attribute of a person.</summary>
    [JsonPropertyName("key")]
    public string? AttributeId { get; init; }

    /// <summary>The display label.</summary>
    public string? Label { get; init; }

    /// <summary>standard, list, tags, date, integer, decimal or a value added later.</summary>
    public string? Type { get; init; }

    /// <summary>The name of the field across companies; null if there is none.</summary>
    public string? UniversalId { get; init; }

    /// <summary>The options to choose from, for lists and tags; otherwise empty.</summary>
    [JsonIgnore]
    public ValueList<string> Options => field ??= new ValueList<string>(Choices.ValueKind == JsonValueKind.Array
        ? [.. Choices.EnumerateArray().Select(LenientName.Parse).OfType<string>()]
        : []);

    [JsonInclude]
    [JsonPropertyName("options")]
    internal JsonElement Choices { get; init; }

    /// <summary>Whether a key belongs to a company-defined field and not to one that all companies have.</summary>
    /// <param name="attributeId">The key; false for null.</param>
    public static bool IsCustom(string? attributeId) =>
        attributeId?.StartsWith("dynamic_", StringComparison.OrdinalIgnoreCase) == true;

    /// <inheritdoc/>
    public override string ToString() => Label ?? AttributeId ?? "";
}
