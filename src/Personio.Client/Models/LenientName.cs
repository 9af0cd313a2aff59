using System.Text.Json;

namespace Personio.Models;

/// <summary>Reads what may come as a text or as an object with a name, a label or a value.</summary>
internal static class LenientName
{
    /// <summary>The text, or the name inside the object; null where there is neither.</summary>
    public static string? Parse(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("name", out JsonElement name) => Parse(name),
        JsonValueKind.Object when element.TryGetProperty("label", out JsonElement label) => Parse(label),
        JsonValueKind.Object when element.TryGetProperty("value", out JsonElement value) => Parse(value),
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        _ => PlainValue.From(element)?.ToString(),
    };
}
