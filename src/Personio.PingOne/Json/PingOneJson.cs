using System.Text.Json;

namespace Personio.PingOne.Json;

/// <summary>How JSON is read and written.</summary>
internal static class PingOneJson
{
    /// <summary>
    /// Camel case names, lenient text, numbers and objects; unknown members are kept by the models.
    /// </summary>
    public static readonly JsonSerializerOptions Options = ServiceJson.CreateOptions(
        JsonNamingPolicy.CamelCase,
        new TextConverter(), new FlagConverter(), new WholeNumberConverter(), new InstantConverter());

    /// <summary>A body as JSON, in UTF-8. Members that are null are sent as null, which clears an attribute.</summary>
    /// <exception cref="PersonioException">A text has lost characters.</exception>
    public static byte[] Write(object body) => ServiceJson.WriteBody(body, Options);
}
