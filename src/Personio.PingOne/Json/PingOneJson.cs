using System.Text.Json;

namespace Personio.PingOne.Json;

/// <summary>How JSON is read and written.</summary>
internal static class PingOneJson
{
    /// <summary>Camel case names, lenient with text, numbers and objects. The models keep unknown members.</summary>
    public static readonly JsonSerializerOptions Options = ServiceJson.CreateOptions(
        JsonNamingPolicy.CamelCase,
        new TextConverter(), new FlagConverter(), new WholeNumberConverter(), new InstantConverter());

    /// <summary>Writes a body as JSON, in UTF-8. Null members are sent as null, which clears an attribute.</summary>
    /// <exception cref="PersonioException">A text contains characters that were lost in decoding.</exception>
    public static byte[] Write(object body) => ServiceJson.WriteBody(body, Options);
}
