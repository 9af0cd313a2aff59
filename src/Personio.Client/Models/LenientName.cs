using System.Text.Json;

namespace Personio.Models;

/// <summary>Reads a name that may be sent as text or as an object with a name, label or value.</summary>
internal static class LenientName
{
    /// <summary>Returns the text, or the name inside the object; null if there is neither.</summary>
    public static string? Parse(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("name", out JsonElement name) => Parse(name),
        JsonValueKind.Object when element.TryGetProperty("label", out JsonElement label) => Parse(label),
        JsonValueKind.Object when element.TryGetProperty("value", out JsonElement value) => Parse(value),
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        _ => PlainValue.From(element)?.ToString(),
    };
}
