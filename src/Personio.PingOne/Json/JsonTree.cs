using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.PingOne;

/// <summary>Parses an answer into nodes that can be safely inspected whatever they contain.</summary>
internal static class JsonTree
{
    /// <summary>
    /// Parses JSON. If two members have the same name, the last one wins, as with models; a <see cref="JsonNode"/>
    /// parsed by the runtime would throw on first access instead.
    /// </summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <returns>Null for a JSON null.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
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
