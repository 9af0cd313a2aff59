using System.Text.Json.Serialization;

namespace Personio.Models;

// Attribute is PingOne's term, and the one its users know.
#pragma warning disable CA1711

/// <summary>An attribute of the user schema of a PingOne environment.</summary>
public sealed record PingOneAttribute : ApiObject, IIdentified
{
    /// <summary>The name used in bodies and filters; case-sensitive.</summary>
    public string? Name { get; init; }

    /// <summary>The name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>STRING, JSON, BOOLEAN or COMPLEX. Other values are possible.</summary>
    public string? Type { get; init; }

    /// <summary>CORE, STANDARD or CUSTOM. Other values are possible.</summary>
    public string? SchemaType { get; init; }

    /// <summary>Whether the attribute is stored: values written to a disabled attribute are silently dropped.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether a user must have a value.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether values must be unique among users.</summary>
    public bool? Unique { get; init; }

    /// <summary>Whether the value is a list.</summary>
    public bool? MultiValued { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The values that can be set; empty if any value can.</summary>
    [JsonIgnore]
    public ValueList<string> AllowedValues => field ??= new ValueList<string>(
        [.. Enumerated.Where(value => value.Archived != true).Select(value => value.Value).OfType<string>()]);

    /// <summary>The regular expression that values must match; null if there is none.</summary>
    [JsonIgnore]
    public string? Pattern => Validation?.Pattern;

    /// <summary>The parts of a complex attribute, for example given and family of name.</summary>
    [JsonIgnore]
    public ValueList<string> SubAttributes => field ??= new ValueList<string>(
        [.. Inner.Select(part => part.Name).OfType<string>()]);

    /// <summary>The ID, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? AttributeId { get; init; }

    string? IIdentified.Identity => AttributeId;

    [JsonInclude]
    [JsonPropertyName("enumeratedValues")]
    internal IReadOnlyList<EnumeratedValue> Enumerated { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("regexValidation")]
    internal RegexPart? Validation { get; init; }

    [JsonInclude]
    [JsonPropertyName("subAttributes")]
    internal IReadOnlyList<PartName> Inner { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";

    internal sealed record EnumeratedValue
    {
        public string? Value { get; init; }

        public bool? Archived { get; init; }
    }

    internal sealed record RegexPart
    {
        public string? Pattern { get; init; }
    }

    internal sealed record PartName
    {
        public string? Name { get; init; }
    }
}
