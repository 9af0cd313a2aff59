using System.Text.Json;

namespace Personio.Client.Json;

/// <summary>How JSON is read and written.</summary>
internal static class PersonioJson
{
    /// <summary>Snake case names, lenient text, dates as Personio writes them; unknown members are kept by the models.
    /// </summary>
    public static readonly JsonSerializerOptions Options = ServiceJson.CreateOptions(
        JsonNamingPolicy.SnakeCaseLower,
        new TextConverter(), new FlagConverter(), new DecimalConverter(), new WholeNumberConverter(),
        new WallClockConverter(), new InstantConverter(), new InstantPartConverter(), new SentValueConverter());

    /// <summary>A body as JSON, in UTF-8.</summary>
    /// <exception cref="PersonioException">A text has lost characters.</exception>
    public static byte[] Write(object body) => ServiceJson.WriteBody(body, Options);
}
