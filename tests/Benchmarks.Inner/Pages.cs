using System.Net;
using System.Text.RegularExpressions;
using Personio.Client;
using Personio.Sandbox;

namespace Personio.Benchmarks.Inner;

/// <summary>The pages of a list as a sandbox serves them, fetched once and then served from memory.</summary>
internal sealed partial class Pages : HttpMessageHandler
{
    private readonly Dictionary<string, byte[]> _bodies = new(StringComparer.Ordinal);
    private readonly Uri _baseUri;
    private readonly NetworkCredential _credential;

    private Pages(Uri baseUri, NetworkCredential credential)
    {
        _baseUri = baseUri;
        _credential = credential;
    }

    /// <summary>The first page.</summary>
    public byte[] First => _bodies.First().Value;

    /// <summary>Walks a list of a company of 1,000 persons.</summary>
    public static async Task<Pages> OfAsync(Endpoint endpoint)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            PersonCount = 1_000,
            AttendanceDays = 3,
            Today = new DateOnly(2026, 7, 31),
        });
        var pages = new Pages(server.BaseUri, new NetworkCredential(server.ClientId, server.ClientSecret));
        using PersonioSession session = await pages.ConnectAsync(isReal: true);
        ApiRequest? next = endpoint.For().WithLimit(endpoint.PageSize);
        while (next is not null)
        {
            ApiResponse answer = await session.Transport.SendAsync(next, SilentLog.Instance, default);
            byte[] body = answer.Body.ToArray();
            pages._bodies.Add(next.PathAndQuery, body);
            Match link = NextLink().Match(System.Text.Encoding.UTF8.GetString(body));
            next = link.Success ? PageLink.Follow(endpoint.For(), link.Groups[1].Value, server.BaseUri) : null;
        }

        return pages;
    }

    /// <summary>A session that reads these pages instead of a network.</summary>
    public Task<PersonioSession> ConnectAsync(bool isReal = false) => PersonioSession.ConnectAsync(
        new SessionOptions { BaseUri = _baseUri, Credential = _credential, Network = isReal ? null : this },
        SilentLog.Instance);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Method == HttpMethod.Post
            ? """{"access_token":"papi-token","expires_in":86400,"token_type":"Bearer"}"""u8.ToArray()
            : _bodies[request.RequestUri!.PathAndQuery];
        var response = new HttpResponseMessage { Content = new ByteArrayContent(body), RequestMessage = request };
        response.Content.Headers.ContentType = new("application/json");

        // A bucket that never delays a request.
        response.Headers.Add("x-ratelimit-replenish-rate", "1000000");
        response.Headers.Add("x-ratelimit-burst-capacity", "1000000");
        response.Headers.Add("x-ratelimit-remaining", "999999");
        return Task.FromResult(response);
    }

    // A session disposes its network handler, but these pages are shared by many sessions.
    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    [GeneratedRegex("""
        "next":\{"href":"([^"]+)"
        """)]
    private static partial Regex NextLink();
}
