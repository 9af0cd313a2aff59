using System.Text.Json.Serialization;

namespace Personio.Models;

// Personio and its users call it an attribute.
#pragma warning disable CA1711

/// <summary>
/// An attribute that a report can have as a column. Other members that Personio sends are in AdditionalProperties.
/// </summary>
public sealed record ReportAttribute : ApiObject, IIdentified
{
    /// <summary>The id, for example <c>last_name</c>.</summary>
    [JsonIgnore]
    public string? ReportAttributeId => Id ?? AttributeId ?? WireName;

    /// <summary>The display label; null if Personio does not send it.</summary>
    [JsonIgnore]
    public string? Name =>
        new[] { Display, Label, WireName }.FirstOrDefault(label => !string.IsNullOrWhiteSpace(label));

    /// <summary>The type, for example string or decimal.</summary>
    public string? Type { get; init; }

    string? IIdentified.Identity => ReportAttributeId;

    // Personio does not document which of these it sends; report columns have name and display.
    [JsonInclude]
    internal string? Id { get; init; }

    [JsonInclude]
    internal string? AttributeId { get; init; }

    [JsonInclude]
    [JsonPropertyName("name")]
    internal string? WireName { get; init; }

    [JsonInclude]
    internal string? Display { get; init; }

    [JsonInclude]
    internal string? Label { get; init; }

    private protected override IEnumerable<(string Name, object? Value, object? Shown)> Conflicts =>
    [
        ("attribute_id", AttributeId, ReportAttributeId),
        ("name", WireName == ReportAttributeId ? null : WireName, Name), ("label", Label, Name),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name ?? ReportAttributeId ?? "";
}
