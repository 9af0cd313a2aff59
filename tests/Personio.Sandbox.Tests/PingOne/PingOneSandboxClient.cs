using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests.PingOne;

/// <summary>A simulated PingOne environment and a program that is connected to it over real HTTP.</summary>
internal sealed class PingOneSandboxClient : IDisposable
{
    private readonly SandboxServer _company;

    private PingOneSandboxClient(Action<PingOneOptions>? turn, SandboxOptions company)
    {
        turn?.Invoke(company.PingOne);
        _company = SandboxServer.Start(company);
        Server = _company.PingOne;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public PingOneSandbox Server { get; }

    public SandboxTenant Tenant => _company.Tenant;

    public HttpClient Http { get; }

    public string Environment => $"{Server.ApiBaseUri}v1/environments/{Server.EnvironmentId}";

    public static PingOneSandboxClient Anonymous(Action<PingOneOptions>? turn = null, SandboxOptions? company = null) =>
        new(turn, company ?? SandboxClient.UsualOptions);

    public static async Task<PingOneSandboxClient> LoginAsync(
        Action<PingOneOptions>? turn = null, SandboxOptions? company = null)
    {
        PingOneSandboxClient visitor = Anonymous(turn, company);
        string? token = (await visitor.TokenAsync()).Json.GetProperty("access_token").GetString();
        visitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return visitor;
    }

    public Task<Reply> TokenAsync(
        Action<Dictionary<string, string>>? change = null, string? basic = null, string? path = null)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (basic is null)
        {
            form["client_id"] = Server.ClientId;
            form["client_secret"] = Server.ClientSecret;
        }

        change?.Invoke(form);
        var request = new HttpRequestMessage(
            HttpMethod.Post, $"{Server.AuthBaseUri}{path ?? $"{Server.AuthEnvironmentId}/as/token"}")
        {
            Content = new FormUrlEncodedContent(form),
        };
        if (basic is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        }

        return SendAsync(request);
    }

    public Task<Reply> GetAsync(string path) =>
        SendAsync(
            new HttpRequestMessage(
                HttpMethod.Get, path.StartsWith("http", StringComparison.Ordinal) ? path : Environment + path));

    public Task<Reply> SendAsync(string method, string path, string body, string type = "application/json") =>
        SendAsync(new HttpRequestMessage(new HttpMethod(method), Environment + path)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        });

    public Task<Reply> DeleteAsync(string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Delete, Environment + path));

    /// <summary>All users that match a filter, by following the next links.</summary>
    public async Task<IReadOnlyList<JsonElement>> UsersAsync(string query = "?limit=200")
    {
        var users = new List<JsonElement>();
        for (string? next = "/users" + query; next is not null;)
        {
            Reply page = await GetAsync(next);
            Assert.Equal(200, page.Status);
            users.AddRange(page.Json.GetProperty("_embedded").GetProperty("users").EnumerateArray());
            next = NextOf(page);
        }

        return users;
    }

    public Task<IReadOnlyList<JsonElement>> WhereAsync(string filter) =>
        UsersAsync($"?filter={Uri.EscapeDataString(filter)}");

    public static string? NextOf(Reply page) =>
        page.Json.GetProperty("_links").TryGetProperty("next", out JsonElement next)
            ? next.GetProperty("href").GetString()
            : null;

    /// <summary>The codes and targets of an error, one text each.</summary>
    public static string[] Details(Reply reply) =>
    [
        .. JsonNode.Parse(reply.Body)!["details"]!.AsArray()
            .Select(detail => $"{detail!["code"]} {detail["target"]}".Trim()),
    ];

    public static string? Code(Reply reply) => reply.Json.GetProperty("code").GetString();

    public void Dispose()
    {
        Http.Dispose();
        _company.Dispose();
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            HttpResponseMessage response = await Http.SendAsync(request);
            return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
        }
    }
}
