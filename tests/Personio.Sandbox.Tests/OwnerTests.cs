using System.Net;
using System.Net.Http.Headers;

namespace Personio.Sandbox.Tests;

/// <summary>Only the owner can use the sandbox, not other users of the machine or web pages in a browser.</summary>
public sealed class OwnerTests
{
    private static readonly string[] s_hosts = ["tenant", "PingOne API", "PingOne authentication"];

    public static TheoryData<string, string> Controls => new()
    {
        { "GET", "sandbox" },
        { "PATCH", "sandbox" },
        { "GET", "sandbox/credentials" },
        { "GET", "sandbox/requests" },
        { "DELETE", "sandbox/requests" },
        { "POST", "sandbox/faults" },
        { "DELETE", "sandbox/faults" },
        { "POST", "sandbox/tokens/expire" },
    };

    public static TheoryData<string, string> StrangeHosts => OnEveryHost(
    [
        "Host: attacker.example:{port}", "Host: 127.0.0.1", "Host: 127.0.0.1:1",
        "Host: 127.0.0.1:{port}.attacker.example", "Host:", "Host: 127.0.0.1:{port}\r\nHost: attacker.example",
    ]);

    public static TheoryData<string, string> Pages => OnEveryHost(
    [
        "Origin: https://attacker.example", "Origin: null", "Origin: http://127.0.0.1:1",
        "Origin: https://127.0.0.1:{port}", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
    ]);

    public static TheoryData<string, string> Owners => OnEveryHost(
    [
        "Host: 127.0.0.1:{port}", "Host: LOCALHOST:{port}", "Host: localhost:{port}\r\nOrigin: http://localhost:{port}",
        "Host: 127.0.0.1:{port}\r\nSec-Fetch-Site: none",
    ]);

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task A_sandbox_started_in_a_process_has_no_control_API(string method, string path)
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { PersonCount = 1 });
        using var http = new HttpClient { BaseAddress = server.BaseUri };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "");

        HttpStatusCode nowhere = await StatusAsync(http, method, "nowhere");
        HttpStatusCode status = await StatusAsync(http, method, path);

        Assert.Equal(HttpStatusCode.NotFound, nowhere);
        Assert.Equal(nowhere, status);
        Assert.Equal([$"/nowhere", $"/{path}"], server.Requests.Select(request => request.Path));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Nothing_can_be_controlled_without_the_secret(string method, string path)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        SandboxServer server = visitor.Server;
        server.AddFault(new SandboxFault { PathPrefix = "/v2/nowhere" });
        string token = visitor.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        string[] wrong =
        [
            "", "Bearer", "Bearer ", "Bearer wrong", $"Bearer {SandboxClient.ControlSecret}x",
            $"Bearer {SandboxClient.ControlSecret[..^1]}",
            $"Basic {SandboxClient.ControlSecret}", SandboxClient.ControlSecret, $"Bearer {token}",
            $"Bearer {server.ClientSecret}",
        ];

        foreach (string authorization in wrong)
        {
            using RawLine line = await RawLine.OpenAsync(server);
            await line.SendAsync($"{method} /{path} HTTP/1.1\r\nHost: x\r\nAuthorization: {authorization}\r\n"
                + "Connection: close\r\nContent-Length: 15\r\n\r\n{\"latency\":5000}");
            string answer = await line.ReadToEndAsync();

            Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
            Assert.Contains("control secret", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(server.ClientId, answer, StringComparison.Ordinal);
        }

        Assert.Equal((1, 1), (server.FaultCount, server.TokenRequests));
        Assert.Equal(TimeSpan.Zero, server.Options.Latency);
        Assert.Equal(200, (await visitor.GetAsync("v2/persons?limit=1")).Status);
    }

    [Theory]
    [MemberData(nameof(StrangeHosts))]
    public async Task A_request_for_another_host_is_refused(string host, string headers)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        string answer = await AskAsync(visitor.Server, host, headers);

        Assert.StartsWith("HTTP/1.1 421 MisdirectedRequest\r\n", answer, StringComparison.Ordinal);
        Assert.Empty(visitor.Server.Requests.Concat(visitor.Server.PingOne.Requests));
    }

    [Fact]
    public async Task The_host_of_an_absolute_URL_is_checked_instead_of_the_header()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync("GET http://attacker.example/v2/persons HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 421 ", await line.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_web_page_is_refused(string host, string headers)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        string answer = await AskAsync(visitor.Server, host, "Host: 127.0.0.1:{port}\r\n" + headers);

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Empty(visitor.Server.Requests.Concat(visitor.Server.PingOne.Requests));
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public async Task The_names_of_the_loopback_address_are_accepted(string host, string headers)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        await AskAsync(visitor.Server, host, headers);

        Assert.Single(visitor.Server.Requests.Concat(visitor.Server.PingOne.Requests));
    }

    [Fact]
    public void The_secrets_do_not_depend_on_the_seed()
    {
        using SandboxServer one = SandboxServer.Start(new SandboxOptions { PersonCount = 1, Seed = 3 });
        using SandboxServer other = SandboxServer.Start(new SandboxOptions { PersonCount = 1, Seed = 3 });

        Assert.Equal((one.ClientId, one.PingOne.ClientId), (other.ClientId, other.PingOne.ClientId));
        Assert.NotEqual(one.ClientSecret, other.ClientSecret);
        Assert.NotEqual(one.PingOne.ClientSecret, other.PingOne.ClientSecret);
    }

    private static TheoryData<string, string> OnEveryHost(string[] headers)
    {
        var data = new TheoryData<string, string>();
        foreach (string host in s_hosts)
        {
            foreach (string header in headers)
            {
                data.Add(host, header);
            }
        }

        return data;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> AskAsync(SandboxServer server, string host, string headers)
    {
        Uri address = host switch
        {
            "tenant" => server.BaseUri,
            "PingOne API" => server.PingOne.ApiBaseUri,
            _ => server.PingOne.AuthBaseUri,
        };
        using RawLine line = await RawLine.OpenAsync(address);
        string sent = headers.Replace("{port}", $"{address.Port}", StringComparison.Ordinal);
        await line.SendAsync($"GET /v2/persons HTTP/1.1\r\n{sent}\r\nConnection: close\r\n\r\n");
        return await line.ReadToEndAsync();
    }
}
