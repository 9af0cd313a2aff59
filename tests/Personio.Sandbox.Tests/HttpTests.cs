using System.Net.Sockets;
using System.Text;

namespace Personio.Sandbox.Tests;

public sealed class HttpTests
{
    private const string Revoke =
        "POST /v2/auth/revoke HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    [Theory]
    [InlineData("GARBAGE\r\n\r\n", 400)]
    [InlineData("GET  /v2/persons HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET v2/persons HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("G(T /v2/persons HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /v2/persons HTTP/2.0\r\nHost: x\r\n\r\n", 505)]
    [InlineData("GET /v2/persons HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /v2/persons HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400)]
    [InlineData("GET /v2/persons HTTP/1.1\r\nHost: x\r\nBad name: x\r\n\r\n", 400)]
    [InlineData("GET /v2/persons HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n", 400)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n", 400)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nContent-Length: 41943041\r\n\r\n", 413)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2800001\r\n", 413)]
    [InlineData("POST /v2/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n", 400)]
    public async Task An_unreadable_request_is_refused_and_the_connection_closed(string request, int status)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync(request);
        string answer = await ReadRefusalAsync(line);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        Assert.Empty(visitor.Server.Requests);
    }

    [Fact]
    public async Task Chunks_that_are_too_large_in_total_are_refused_with_413()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync("POST /v2/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        await line.SendAsync($"1e00000\r\n{new string('x', 0x1e00000)}\r\n");
        await line.SendAsync("b00000\r\n");
        string answer = await ReadRefusalAsync(line);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_larger_than_64_KB_are_refused_with_431()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync($"GET /v2/persons HTTP/1.1\r\nHost: x\r\nX-Long: {new string('x', 70_000)}\r\n\r\n");
        string answer = await line.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_of_almost_64_KB_are_read()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        visitor.Http.DefaultRequestHeaders.Add("X-Long", new string('x', 60_000));

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal(401, reply.Status);
        Assert.Equal(60_000, visitor.Server.Requests[0].Headers["x-long"].Length);
    }

    [Fact]
    public async Task A_request_line_longer_than_16_KB_is_refused_with_414()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.GetAsync($"v2/persons?id={new string('1', 17_000)}");

        Assert.Equal(414, reply.Status);
    }

    [Fact]
    public async Task A_request_in_single_bytes_is_understood()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        foreach (char c in line.Addressed(Revoke + "Content-Length: 7\r\n\r\ntoken=x"))
        {
            await line.SendAsync(c.ToString());
        }

        string answer = await line.ReadUntilAsync("\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Equal("token=x", visitor.Server.Requests[0].Body);
    }

    [Fact]
    public async Task A_chunked_body_with_extensions_and_trailers_is_assembled()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync(Revoke + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\ntok\r\n");
        await line.SendAsync("4\r\nen=x\r\n0\r\nTrailer: y\r\n\r\n");
        string answer = await line.ReadUntilAsync("\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Equal("token=x", visitor.Server.Requests[0].Body);
    }

    [Fact]
    public async Task Two_requests_in_one_packet_get_two_responses_in_order()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync(
            "GET /v2/one HTTP/1.1\r\nHost: x\r\n\r\nGET /v2/two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        string answer = await line.ReadToEndAsync();

        Assert.Equal(["/v2/one", "/v2/two"], visitor.Server.Requests.Select(request => request.Path));
        Assert.Equal(2, answer.Split("HTTP/1.1 404 ").Length - 1);
        Assert.Matches("(?s)/v2/one.*/v2/two", answer);
    }

    [Fact]
    public async Task Expect_100_continue_is_answered_before_the_body()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync(Revoke + "Content-Length: 7\r\nExpect: 100-continue\r\n\r\n");
        string first = await line.ReadUntilAsync("\r\n\r\n");
        await line.SendAsync("token=x");
        string second = await line.ReadUntilAsync("\r\n\r\n");

        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", first);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_1_0_closes_the_connection_after_the_response()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync("GET /v2/persons HTTP/1.0\r\n\r\n");
        string answer = await line.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_lines_before_a_request_are_ignored()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync("\r\n\r\nGET /v2/persons HTTP/1.1\r\nHost: x\r\n\r\n");
        string answer = await line.ReadUntilAsync("\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_with_the_whole_URL_is_understood()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);

        await line.SendAsync($"GET {visitor.Server.BaseUri}v2/persons?limit=2 HTTP/1.1\r\nHost: example.org\r\n\r\n");
        await line.ReadUntilAsync("\r\n\r\n");

        Assert.Equal("/v2/persons", visitor.Server.Requests[0].Path);
        Assert.Equal("2", visitor.Server.Requests[0].Query["limit"]);
    }

    [Fact]
    public async Task A_body_of_several_megabytes_arrives_whole()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string body = "{\"comment\":\"" + new string('x', 5_000_000) + "\"}";

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(body.Length, visitor.Server.Requests[^1].Body.Length);
    }

    [Fact]
    public async Task The_announced_length_counts_bytes_and_not_characters()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.AddPerson("Süßölä", "€", null);

        Reply reply = await visitor.GetAsync($"v2/persons/{id}");

        Assert.Equal(Encoding.UTF8.GetByteCount(reply.Body), reply.Message.Content.Headers.ContentLength);
        Assert.Equal("Süßölä", reply.Json.GetProperty("first_name").GetString());
    }

    [Fact]
    public async Task A_response_without_content_has_no_length()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        using RawLine line = await RawLine.OpenAsync(visitor.Server);
        string token = visitor.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        string path = $"/v2/absence-periods/{visitor.Tenant.AbsencePeriodIds[0]}";

        await line.SendAsync(
            $"DELETE {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n");
        string answer = await line.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 204 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_encoded_slash_stays_inside_an_id()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync("v2/persons/41%2F01");

        Assert.Equal(404, reply.Status);
        Assert.Equal("Resource not found", reply.ErrorTitle);
    }

    [Fact]
    public async Task A_request_is_recorded_with_all_its_parts()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.ClearRequests();

        await visitor.GetAsync("v2/persons?id=4101&id=4102&first_name=a%20b%26", beta: true);

        RecordedRequest request = Assert.Single(visitor.Server.Requests);
        Assert.Equal(("GET", "/v2/persons", 200), (request.Method, request.Path, request.Status));
        Assert.Equal("/v2/persons?id=4101&id=4102&first_name=a%20b%26", request.RawTarget);
        Assert.Equal(("4101,4102", "a b&"), (request.Query["id"], request.Query["first_name"]));
        Assert.Equal("true", request.Headers["beta"]);
        Assert.StartsWith("Bearer papi-", request.Authorization, StringComparison.Ordinal);
        Assert.False(request.Aborted);
    }

    [Fact]
    public async Task Hundreds_of_connections_are_served_at_the_same_time()
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.Latency = TimeSpan.FromMinutes(1));
        RawLine[] lines = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => RawLine.OpenAsync(visitor.Server)));

        await Task.WhenAll(lines.Select(line => line.SendAsync("GET /v2/persons HTTP/1.1\r\nHost: x\r\n\r\n")));

        await Until.TrueAsync(() => visitor.Server.MaxInFlight == 300);
        Array.ForEach(lines, line => line.Dispose());
    }

    [Fact]
    public async Task Sequential_requests_are_never_more_than_one_in_flight()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        for (int i = 0; i < 50; i++)
        {
            await visitor.GetAsync("v2/persons/4100");
        }

        Assert.Equal(1, visitor.Server.MaxInFlight);
    }

    [Fact]
    public async Task A_client_that_gives_up_is_recorded_as_such()
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.Latency = TimeSpan.FromSeconds(1));
        using RawLine line = await RawLine.OpenAsync(visitor.Server);
        await line.SendAsync("GET /v2/persons HTTP/1.1\r\nHost: x\r\n\r\n");
        await Until.TrueAsync(() => visitor.Server.Requests.Count == 1);

        line.Dispose();

        await Until.TrueAsync(() => visitor.Server.Requests[0].Aborted);
    }

    [Fact]
    public async Task Disposing_closes_waiting_connections_and_frees_the_port()
    {
        SandboxClient visitor = SandboxClient.Anonymous();
        int port = visitor.Server.BaseUri.Port;
        using RawLine line = await RawLine.OpenAsync(visitor.Server);
        await line.SendAsync("GET /v2/persons HTTP/1.1\r\nHost: x\r\n\r\n");
        await line.ReadUntilAsync("\r\n\r\n");

        visitor.Dispose();
        visitor.Server.Dispose();

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            // Either a clean close or a reset.
            await line.ReadToEndAsync();
            throw new IOException("The line has ended.");
        });
        using SandboxServer next = SandboxServer.Start(new SandboxOptions { Port = port, PersonCount = 1 });
        Assert.Equal(port, next.BaseUri.Port);
    }

    private static async Task<string> ReadRefusalAsync(RawLine line)
    {
        try
        {
            return await line.ReadToEndAsync();
        }
        catch (Exception lost) when (lost is IOException or SocketException)
        {
            return lost.Message;
        }
    }
}
