using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A category of documents.</summary>
public sealed record DocumentCategory : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? DocumentCategoryId { get; init; }

    /// <summary>The name.</summary>
    [JsonIgnore]
    public string? Name => Attributes?.Name ?? FlatName;

    string? IIdentified.Identity => DocumentCategoryId;

    [JsonInclude]
    [JsonPropertyName("name")]
    internal string? FlatName { get; init; }

    // API v1 sends the type of every object.
    [JsonInclude]
    internal string? Type { get; init; }

    [JsonInclude]
    internal NamePart? Attributes { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts => [("attributes", Attributes)];

    private protected override IEnumerable<(string Name, object? Value, object? Shown)> Conflicts =>
        [("name", FlatName, Name)];

    /// <inheritdoc/>
    public override string ToString() => Name ?? DocumentCategoryId ?? "";
}
