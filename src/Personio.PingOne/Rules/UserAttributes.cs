using System.Text.Json.Nodes;

namespace Personio.PingOne;

/// <summary>
/// Attributes of a user by their paths, such as <c>email</c> or <c>name.family</c>, on their way into a body and back.
/// </summary>
public static class UserAttributes
{
    /// <summary>The attributes that have a resource of their own and never stand in a change.</summary>
    public static IReadOnlyList<string> Own { get; } = ["enabled", "population.id", "id", "mfaEnabled", "account"];

    /// <summary>A body out of paths and values: text, booleans, lists of text, or null to clear.</summary>
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
    /// The paths whose value in an answer is not the one that was sent: PingOne drops what its schema does not have
    /// without a word.
    /// </summary>
    /// <param name="attributes">What was sent, by path.</param>
    /// <param name="answer">The user that the service answered, as JSON.</param>
    public static IReadOnlyList<string> NotKept(IEnumerable<KeyValuePair<string, object?>> attributes, JsonObject answer)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(answer);
        return [.. attributes.Where(pair => !IsKept(Find(answer, pair.Key), ToNode(pair.Value))).Select(pair => pair.Key)];
    }

    /// <summary>The value of an attribute in an answer; null where there is none.</summary>
    internal static JsonNode? Find(JsonObject answer, string path) =>
        path.Split('.').Aggregate((JsonNode?)answer, (node, part) => (node as JsonObject)?[part]);

    // An attribute without a value is left out of answers. Cases of e-mail addresses are kept as they are written.
    private static bool IsKept(JsonNode? kept, JsonNode? sent) => sent is null
        ? kept is null || kept is JsonArray { Count: 0 }
        : JsonNode.DeepEquals(kept, sent);

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        System.Collections.IEnumerable items => new JsonArray(
            [.. items.Cast<object?>().Select(item => JsonValue.Create(Convert.ToString(item, System.Globalization.CultureInfo.InvariantCulture)))]),
        _ => JsonValue.Create(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
