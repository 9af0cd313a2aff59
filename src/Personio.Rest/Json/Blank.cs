using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>
/// What some services send instead of null: an empty text, an empty list or object, or the zero date of databases.
/// </summary>
internal static class Blank
{
    private const string ZeroDate = "0000-00-00";

    /// <summary>Whether the text is blank or the zero date.</summary>
    public static bool Is(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.StartsWith(ZeroDate, StringComparison.Ordinal);

    /// <summary>Whether the value is blank; numbers, true and false never are.</summary>
    public static bool Is(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => Is(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0 || (value.GetArrayLength() == 1 && Is(value[0])),
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    /// <summary>
    /// Whether a number, true or false stands for "nothing" in place of an object or a list, as 0 and false do in
    /// loosely typed languages.
    /// </summary>
    public static bool IsFlag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        || (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) && number is 0 or 1);
}
