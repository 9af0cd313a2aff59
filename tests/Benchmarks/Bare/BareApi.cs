using System.Net.Http.Headers;
using System.Text.Json;

namespace Personio.Benchmarks.Bare;

/// <summary>A minimal client without the module: a token and a GET.</summary>
internal sealed class BareApi : IDisposable
{
    /// <summary>The name in the User-Agent header.</summary>
    public const string Agent = "bare";

    private readonly HttpClient _http = new();

    private BareApi(Uri baseUri) => _http.BaseAddress = baseUri;

    /// <summary>Signs in with the same environment variables as the module.</summary>
    public static Task<BareApi> LoginAsync() => LoginAsync(
        new Uri(Variable("PERSONIO_BASE_URL")), Variable("PERSONIO_CLIENT_ID"), Variable("PERSONIO_CLIENT_SECRET"));

    public static async Task<BareApi> LoginAsync(Uri baseUri, string clientId, string clientSecret)
    {
        var api = new BareApi(baseUri);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = clientSecret,
        });
        using HttpResponseMessage response = await api._http.PostAsync("v2/auth/token", form);
        response.EnsureSuccessStatusCode();
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        string? token = answer.RootElement.GetProperty("access_token").GetString();
        api._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        api._http.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        return api;
    }

    public Task<byte[]> GetAsync(string address) => _http.GetByteArrayAsync(address);

    /// <summary>All rows of a list.</summary>
    public async IAsyncEnumerable<JsonElement> RowsAsync(string address)
    {
        string? next = address;
        while (next is not null)
        {
            using JsonDocument page = JsonDocument.Parse(await GetAsync(next));
            foreach (JsonElement row in page.RootElement.GetProperty("_data").EnumerateArray())
            {
                yield return row;
            }

            JsonElement links = page.RootElement.GetProperty("_meta").GetProperty("links");
            next = links.TryGetProperty("next", out JsonElement link) ? link.GetProperty("href").GetString() : null;
        }
    }

    /// <summary>Sends a request and returns only its status.</summary>
    public async Task<int> StatusAsync(string address)
    {
        using HttpResponseMessage response = await _http.GetAsync(address);
        return (int)response.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
}
