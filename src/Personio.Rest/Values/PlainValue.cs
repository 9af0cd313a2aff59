using System.Globalization;
using System.Text.Json;

namespace Personio.Rest;

/// <summary>Turns JSON into plain CLR values, so that users never see a JSON type.</summary>
internal static class PlainValue
{
    /// <summary>
    /// Returns text, long, decimal, double, bool, null, <see cref="ValueList{T}"/> or <see cref="ValueMap"/>. A number
    /// that none of these types preserves to the last digit is returned as the text that was sent.
    /// </summary>
    public static object? From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? whole : ExactNumber.Parse(element.GetRawText()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new ValueList<object?>([.. element.EnumerateArray().Select(From)]),
        JsonValueKind.Object => MapOf(element),
        _ => null,
    };

    /// <summary>A number in JSON notation: whole numbers stay whole, money stays exact.</summary>
    public static object FromNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? whole
            : ExactNumber.Parse(text);

    /// <summary>A map of members; if a name appears twice, the last value wins.</summary>
    public static ValueMap MapOf(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        var map = new Members();
        foreach ((string name, JsonElement value) in members)
        {
            map.Add(name, value);
        }

        return map.ToMap();
    }

    private static ValueMap MapOf(JsonElement element)
    {
        var map = new Members();
        foreach (JsonProperty member in element.EnumerateObject())
        {
            map.Add(member.Name, member.Value);
        }

        return map.ToMap();
    }

    // Lookups ignore case unless two names differ only in case.
    private struct Members()
    {
        private readonly Dictionary<string, object?> _alike = new(StringComparer.OrdinalIgnoreCase);
        private Dictionary<string, object?>? _exact;

        public void Add(string name, JsonElement value)
        {
            object? plain = From(value);
            if (_exact is null && !_alike.TryAdd(name, plain))
            {
                _exact = new Dictionary<string, object?>(_alike, StringComparer.Ordinal);
            }

            if (_exact is not null)
            {
                _exact[name] = plain;
            }
        }

        public readonly ValueMap ToMap() => _exact is null ? new ValueMap(_alike) : ValueMap.WithAnyCase(_exact);
    }
}
