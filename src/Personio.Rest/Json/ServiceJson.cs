using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Personio.Rest.Json;

/// <summary>What reading and writing the JSON of any service have in common.</summary>
internal static class ServiceJson
{
    /// <summary>
    /// Options that are lenient with text, numbers and objects, and keep unknown members. They can no longer be changed:
    /// such would look at each type anew, every time.
    /// </summary>
    /// <param name="names">How the service writes names.</param>
    /// <param name="converters">What reads and writes its values.</param>
    public static JsonSerializerOptions CreateOptions(JsonNamingPolicy names, params IEnumerable<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = names,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LooseMembers.Apply } },
        };
        foreach (JsonConverter converter in converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// A body as JSON, in UTF-8. Members that are null are sent as null: leaving out is for the caller.
    /// </summary>
    /// <exception cref="PersonioException">A text has lost characters, whatever looked at it before.</exception>
    public static byte[] WriteBody(object body, JsonSerializerOptions options)
    {
        byte[] json = body is JsonText text ? text.ToBytes() : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), options);
        LostCharacters.Refuse(json);
        return json;
    }
}
