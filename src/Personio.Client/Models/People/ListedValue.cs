using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>The value of an attribute and its label.</summary>
[FlatMember("value")]
internal sealed record ListedValue : ApiObject
{
    public string? Label { get; init; }

    public string? Type { get; init; }

    public string? UniversalId { get; init; }

    public JsonElement Value { get; init; }

    /// <summary>The value as text; null if it is empty, an object or an array.</summary>
    [JsonIgnore]
    public string? Text => Value.ValueKind switch
    {
        JsonValueKind.String when !string.IsNullOrWhiteSpace(Value.GetString()) => Value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Value.GetRawText(),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
