using System.Text.Json;

namespace Personio.Rest;

/// <summary>Turns JSON into plain CLR values, so that no JSON type reaches a user.</summary>
internal static class PlainValue
{
    /// <summary>
    /// Text, long, decimal, double, bool, null, <see cref="ValueList{T}"/> or <see cref="ValueMap"/>.
    /// </summary>
    public static object? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new ValueList<object?>([.. element.EnumerateArray().Select(Of)]),
        JsonValueKind.Object => MapOf(element.EnumerateObject().Select(member => (member.Name, member.Value))),
        _ => null,
    };

    /// <summary>A map of members; of a name that comes twice the last counts.</summary>
    public static ValueMap MapOf(IEnumerable<(string Name, JsonElement Value)> members)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, JsonElement value) in members)
        {
            values[name] = Of(value);
        }

        return new ValueMap(values);
    }

    // Whole numbers stay whole, money stays exact; what fits neither is still a number.
    private static object Number(JsonElement element) =>
        element.TryGetInt64(out long whole) ? whole
        : element.TryGetDecimal(out decimal exact) ? exact
        : element.GetDouble();
}
