using System.Text.Json;

namespace Personio.Rest.Auth;

/// <summary>Reads the response of a token endpoint.</summary>
internal static class TokenResponse
{
    // Servers reject longer headers. Unprintable characters would end the header, or the request.
    private const int MaxTokenLength = 32 * 1024;

    /// <summary>Whether the body is a web page.</summary>
    public static bool IsPage(byte[] body) => WithoutByteOrderMark(body).Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>Reads the token of a successful response; null if it contains no token that could be sent.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="time">The clock.</param>
    /// <param name="received">Receives the token before anyone can use it.</param>
    public static AccessToken? Read(byte[] body, TimeProvider time, SecretListener? received)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutByteOrderMark(body));
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || Text(root, "access_token") is not { Length: > 0 and <= MaxTokenLength } value
                || value.AsSpan().ContainsAnyExceptInRange('\x21', '\x7E'))
            {
                return null;
            }

            received?.Invoke(value);
            return new AccessToken(value, Text(root, "scope"), time.GetTimestamp(), Seconds(root));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string contains a lone surrogate, for example half an emoji.
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // Without a lifetime of at most a year, only a 401 shows that the token has expired.
    private static TimeSpan? Seconds(JsonElement root) =>
        root.TryGetProperty("expires_in", out JsonElement value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out double seconds) && seconds is > 0 and < 366 * 86400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] body) =>
        body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body;
}
