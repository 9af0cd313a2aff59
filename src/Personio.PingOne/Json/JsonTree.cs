using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.PingOne;

/// <summary>An answer as nodes that can be looked at whatever is in it.</summary>
internal static class JsonTree
{
    /// <summary>
    /// Reads JSON. Of two members of one name the last counts, as where models are read; a <see cref="JsonNode"/> that
    /// parses by itself would throw at the first touch instead.
    /// </summary>
    /// <param name="json">UTF-8.</param>
    /// <returns>Null for a JSON null.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonNode? Parse(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return From(document.RootElement.Clone());
    }

    private static JsonNode? From(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    members[member.Name] = From(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(From)]);
            default:
                return JsonValue.Create(element);
        }
    }
}
