namespace Personio.Rest.Tests.Support;

/// <summary>A request as the network saw it.</summary>
internal sealed record SentRequest(
    string Method, Uri Uri, string Body, string? MediaType, IReadOnlyDictionary<string, string> Headers)
{
    public string Route => $"{Method} {Uri.AbsolutePath}";

    public string PathAndQuery => Uri.PathAndQuery;

    public string? Authorization => Headers.GetValueOrDefault("Authorization");

    public string Path => Uri.AbsolutePath;

    /// <summary>The parameters of the query, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query =>
    [
        .. Uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Decode(pair[0]), Decode(pair[1]))),
    ];

    /// <summary>The fields of a form, decoded.</summary>
    public IReadOnlyDictionary<string, string> Form => Body.Split('&')
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => Decode(pair[0]), pair => Decode(pair[1]));

    public static async Task<SentRequest> OfAsync(HttpRequestMessage request)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        return new SentRequest(
            request.Method.Method,
            request.RequestUri!,
            body,
            request.Content?.Headers.ContentType?.MediaType,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
