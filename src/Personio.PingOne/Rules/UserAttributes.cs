using System.Text.Json.Nodes;

namespace Personio.PingOne;

/// <summary>
/// Converts the attributes of a user between JSON and paths such as <c>email</c> or <c>name.family</c>.
/// </summary>
public static class UserAttributes
{
    /// <summary>The attributes that have their own endpoint and are never part of a change.</summary>
    public static IReadOnlyList<string> Own { get; } = ["enabled", "population.id", "id", "mfaEnabled", "account"];

    /// <summary>Builds a body from paths and values: text, booleans, lists of text, or null to clear.</summary>
    /// <param name="attributes">The values by path.</param>
    public static JsonObject ToBody(IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var body = new JsonObject();
        foreach ((string path, object? value) in attributes)
        {
            string[] parts = path.Split('.', 2);
            if (parts.Length == 1)
            {
                body[path] = ToNode(value);
            }
            else if (body[parts[0]] is JsonObject inner)
            {
                inner[parts[1]] = ToNode(value);
            }
            else
            {
                body[parts[0]] = new JsonObject { [parts[1]] = ToNode(value) };
            }
        }

        return body;
    }

    /// <summary>
    /// The paths whose value in an answer differs from the one sent: PingOne silently drops attributes that its schema
    /// lacks.
    /// </summary>
    /// <param name="attributes">The values sent, by path.</param>
    /// <param name="answer">The user in the answer, as JSON.</param>
    public static IReadOnlyList<string> FindNotStored(
        IEnumerable<KeyValuePair<string, object?>> attributes, JsonObject answer)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(answer);
        return
        [
            .. attributes.Where(pair => !IsStored(Find(answer, pair.Key), ToNode(pair.Value))).Select(pair => pair.Key),
        ];
    }

    /// <summary>The value of an attribute in an answer; null if it is missing.</summary>
    internal static JsonNode? Find(JsonObject answer, string path) =>
        path.Split('.').Aggregate((JsonNode?)answer, (node, part) => (node as JsonObject)?[part]);

    // Answers omit attributes without a value. Email addresses keep the case in which they were written.
    private static bool IsStored(JsonNode? kept, JsonNode? sent) => sent is null
        ? kept is null || kept is JsonArray { Count: 0 }
        : JsonNode.DeepEquals(kept, sent);

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        System.Collections.IEnumerable items => new JsonArray(
        [
            .. items.Cast<object?>().Select(item =>
                JsonValue.Create(Convert.ToString(item, System.Globalization.CultureInfo.InvariantCulture))),
        ]),
        _ => JsonValue.Create(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
