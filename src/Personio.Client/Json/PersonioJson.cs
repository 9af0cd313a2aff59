using System.Text.Json;

namespace Personio.Client.Json;

/// <summary>The JSON settings for Personio.</summary>
internal static class PersonioJson
{
    /// <summary>
    /// Snake-case names, lenient text, and dates as Personio writes them; models keep unknown members.
    /// </summary>
    public static readonly JsonSerializerOptions Options = ServiceJson.CreateOptions(
        JsonNamingPolicy.SnakeCaseLower,
        new TextConverter(), new FlagConverter(), new DecimalConverter(), new WholeNumberConverter(),
        new WallClockConverter(), new InstantConverter(), new InstantPartConverter(), new SentValueConverter());

    /// <summary>Serializes a body as JSON in UTF-8.</summary>
    /// <exception cref="PersonioException">A string contains invalid characters.</exception>
    public static byte[] Write(object body) => ServiceJson.WriteBody(body, Options);
}
