using System.Text.Json;

namespace Personio.Rest.Auth;

/// <summary>Reads what a token endpoint answers.</summary>
internal static class TokenAnswer
{
    // Servers take no header that is longer. What is not printable would end the header, or the request.
    private const int LongestToken = 32 * 1024;

    /// <summary>Whether it is a web page.</summary>
    public static bool IsPage(byte[] body) => WithoutMark(body).Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>Reads the token of a success; null where there is none that could be sent.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="time">The clock.</param>
    /// <param name="received">Hears of the token before anybody can use it.</param>
    public static AccessToken? Read(byte[] body, TimeProvider time, SecretListener? received)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutMark(body));
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || Text(root, "access_token") is not { Length: > 0 and <= LongestToken } value
                || value.AsSpan().ContainsAnyExceptInRange('\x21', '\x7E'))
            {
                return null;
            }

            received?.Invoke(value);
            return new AccessToken(value, Text(root, "scope"), time.GetTimestamp(), Seconds(root));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second where a text holds a lone surrogate, as of an emoji cut in two.
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // A lifetime beyond a year, or none, is no use: then only a 401 tells that the token is over.
    private static TimeSpan? Seconds(JsonElement root) =>
        root.TryGetProperty("expires_in", out JsonElement value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out double seconds) && seconds is > 0 and < 366 * 86400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static ReadOnlyMemory<byte> WithoutMark(byte[] body) =>
        body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body;
}
