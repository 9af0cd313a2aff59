using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Personio.Rest.Json;

/// <summary>What all services share in reading and writing JSON.</summary>
internal static class ServiceJson
{
    /// <summary>
    /// Creates options that are lenient with text, numbers and objects, and keep unknown members. They are read-only:
    /// mutable options would not cache the metadata of each type.
    /// </summary>
    /// <param name="names">The naming policy of the service.</param>
    /// <param name="converters">The converters for the service's values.</param>
    public static JsonSerializerOptions CreateOptions(
        JsonNamingPolicy names, params IEnumerable<JsonConverter> converters)
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
    /// Writes a body as JSON, in UTF-8. Null members are sent as null; the caller omits what should not be sent.
    /// </summary>
    /// <exception cref="PersonioException">A text contains characters that were lost in decoding, even if it was
    /// checked before.</exception>
    public static byte[] WriteBody(object body, JsonSerializerOptions options)
    {
        byte[] json = body is JsonText text
            ? text.ToBytes()
            : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), options);
        LostCharacters.Reject(json);
        return json;
    }
}
