using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Personio.Sandbox.Tests;

/// <summary>One response, read to its end.</summary>
internal sealed record Reply(int Status, string Body, HttpResponseMessage Message)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public IReadOnlyList<JsonElement> Data => [.. Json.GetProperty("_data").EnumerateArray()];

    public IReadOnlyList<string?> Ids => [.. Data.Select(row => row.GetProperty("id").GetString())];

    public string? ErrorTitle => Json.GetProperty("errors")[0].GetProperty("title").GetString();

    public string? ErrorDetail => Json.GetProperty("errors")[0].GetProperty("detail").GetString();

    public string? ContentType => Message.Content.Headers.ContentType?.MediaType;

    public string? Next => Json.GetProperty("_meta").GetProperty("links").TryGetProperty("next", out JsonElement next)
        ? next.ValueKind == JsonValueKind.String ? next.GetString() : next.GetProperty("href").GetString()
        : null;

    public string Header(string name) => Message.Headers.GetValues(name).Single();

    public int HeaderNumber(string name) => int.Parse(Header(name), CultureInfo.InvariantCulture);
}

/// <summary>A sandbox and a client that is signed in over real HTTP.</summary>
internal sealed class SandboxClient : IDisposable
{
    public const string ControlSecret = "the secret of the control API";

    private SandboxClient(SandboxServer server)
    {
        Server = server;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseUri };
    }

    /// <summary>A clock that a test moves; it starts in the morning of June 17, 2026.</summary>
    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 6, 17, 8, 0, 0, TimeSpan.Zero));

    public SandboxServer Server { get; }

    public SandboxTenant Tenant => Server.Tenant;

    public HttpClient Http { get; }

    public static SandboxOptions UsualOptions => new()
    {
        Today = new DateOnly(2026, 6, 17),
        PersonCount = 60,
        Hostile = true,
        ControlSecret = ControlSecret,
    };

    public static SandboxClient Anonymous(Action<SandboxOptions>? turn = null)
    {
        SandboxOptions options = UsualOptions;
        turn?.Invoke(options);
        return new SandboxClient(SandboxServer.Start(options));
    }

    public static async Task<SandboxClient> LoginAsync(Action<SandboxOptions>? turn = null)
    {
        SandboxClient visitor = Anonymous(turn);
        await visitor.RenewAsync();
        return visitor;
    }

    public async Task RenewAsync()
    {
        Reply reply = await TokenAsync();
        string? token = reply.Json.GetProperty("access_token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<Reply> TokenAsync(string? scope = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Server.ClientId,
            ["client_secret"] = Server.ClientSecret,
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        return FormAsync("v2/auth/token", form);
    }

    public Task<Reply> FormAsync(string path, Dictionary<string, string> form) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form));

    public Task<Reply> GetAsync(string path, bool beta = false) => SendAsync(HttpMethod.Get, path, null, beta);

    public Task<Reply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, Content(body));

    public Task<Reply> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, Content(body));

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, bool beta = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (beta)
        {
            request.Headers.Add("Beta", "true");
        }

        if (path == "sandbox" || path.StartsWith("sandbox/", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ControlSecret);
        }

        HttpResponseMessage response = await Http.SendAsync(request);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>All pages of a list, by following its next links.</summary>
    public async Task<IReadOnlyList<Reply>> PagesAsync(string path, bool beta = false)
    {
        var pages = new List<Reply>();
        for (string? next = path; next is not null; next = pages[^1].Next)
        {
            Reply page = await GetAsync(next, beta);
            Assert.Equal(200, page.Status);
            pages.Add(page);
        }

        return pages;
    }

    public void Dispose()
    {
        Http.Dispose();
        Server.Dispose();
    }

    private static StringContent Content(object body) => new(
        body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}
