using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

/// <summary>Behavior that only real sockets show.</summary>
public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task A_read_is_retried_if_the_connection_is_reset_after_sending()
    {
        await using var server = new LoopbackServer(ReadAndResetAsync, AnswerPersonAsync);
        using TestSession scene = await server.OpenAsync();

        Person person = await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.Equal("1", person.PersonId);
        Assert.Equal(["GET /v2/persons/1", "GET /v2/persons/1"], server.Calls);
    }

    [Fact]
    public async Task A_change_is_not_retried_if_the_connection_is_reset_after_sending()
    {
        await using var server = new LoopbackServer(ReadAndResetAsync);
        using TestSession scene = await server.OpenAsync();

        PersonioException fault = await Refusal.OfAsync(() => CreateAsync(scene));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.True(fault.OutcomeUnknown);
        Assert.Equal(["POST /v2/persons"], server.Calls);
        Assert.Equal(0, server.UnexpectedConnections);
    }

    [Fact]
    public async Task A_change_without_a_body_is_not_retried_either()
    {
        await using var server = new LoopbackServer(ReadAndCloseAsync);
        using TestSession scene = await server.OpenAsync();

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.PingWebhook.For("1")));

        Assert.True(fault.OutcomeUnknown);
        Assert.Equal(["POST /v2/webhooks/1/ping"], server.Calls);
        Assert.Equal(0, server.UnexpectedConnections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_on_a_kept_alive_connection_that_the_server_closes_is_not_retried(bool body)
    {
        await using var server = new LoopbackServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendJsonAsync("""{"id":"1"}""");
            await connection.ReadRequestAsync();
        });
        using TestSession scene = await server.OpenAsync();
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        ApiRequest change = Endpoints.PingWebhook.For("1");

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(body ? change.WithBody(new { }) : change));

        Assert.True(fault.OutcomeUnknown);
        Assert.Equal(["GET /v2/persons/1", "POST /v2/webhooks/1/ping"], server.Calls);
        Assert.Equal(0, server.UnexpectedConnections);
    }

    [Fact]
    public async Task A_deletion_without_a_response_on_a_kept_alive_connection_is_done_if_nothing_is_left()
    {
        await using var server = new LoopbackServer(
            async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.SendJsonAsync("""{"id":"1"}""");
                await connection.ReadRequestAsync();
            },
            async connection =>
            {
                await connection.ReadRequestAsync();
                const string body = """{"errors":[{"title":"Resource not found","detail":"There is no resource."}]}""";
                await connection.SendAsync(
                    $"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
                    + $"Connection: close\r\n\r\n{body}");
            });
        using TestSession scene = await server.OpenAsync();
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        await scene.Client.SendAsync(Endpoints.DeletePerson.For("1"));

        Assert.Equal(["GET /v2/persons/1", "DELETE /v2/persons/1", "DELETE /v2/persons/1"], server.Calls);
    }

    [Fact]
    public async Task A_change_to_an_unreachable_server_is_retried_and_has_a_known_outcome()
    {
        var server = new LoopbackServer();
        using TestSession scene = await server.OpenAsync();
        await server.DisposeAsync();

        PersonioException fault = await Refusal.OfAsync(() => CreateAsync(scene));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.False(fault.OutcomeUnknown);
        Assert.Equal(2, scene.Time.Waits.Count);
        Assert.Contains("Check network, proxy and base address.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_ends_before_its_length_is_requested_again()
    {
        await using var server = new LoopbackServer(
            async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.SendAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\"");
            },
            AnswerPersonAsync);
        using TestSession scene = await server.OpenAsync();

        Person person = await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.Equal("1", person.PersonId);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_chunked_body_that_breaks_off_is_requested_again()
    {
        await using var server = new LoopbackServer(
            async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.SendAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5\r\n{\"id\"\r\n");
            },
            AnswerPersonAsync);
        using TestSession scene = await server.OpenAsync();

        Person person = await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.Equal("1", person.PersonId);
    }

    [Fact]
    public async Task A_stalled_body_ends_with_the_timeout_and_is_requested_again()
    {
        var stalled = new TaskCompletionSource();
        await using var server = new LoopbackServer(
            async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.SendAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\"");
                stalled.SetResult();
                await connection.ClosedAsync();
            },
            AnswerPersonAsync);
        using TestSession scene = await server.OpenAsync(new ManualTime(automatic: false), TimeSpan.FromSeconds(100));

        Task<Person> call = scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        await stalled.Task;
        scene.Time.Advance(TimeSpan.FromSeconds(100));
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("1", (await call).PersonId);
    }

    [Fact]
    public async Task Canceling_ends_a_stalled_body_immediately()
    {
        using var stop = new CancellationTokenSource();
        var stalled = new TaskCompletionSource();
        await using var server = new LoopbackServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");
            stalled.SetResult();
            await connection.ClosedAsync();
        });
        using TestSession scene = await server.OpenAsync();

        Task<Person> call = scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"), stop.Token);
        await stalled.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_change_refused_with_a_429_is_sent_again_with_its_body()
    {
        await using var server = new LoopbackServer(
            async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.SendAsync("HTTP/1.1 429 Slow\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            },
            AnswerPersonAsync);
        using TestSession scene = await server.OpenAsync();

        await CreateAsync(scene);

        Assert.Equal(2, server.Calls.Count);
        Assert.All(
            server.Requests.Skip(1),
            sent => Assert.EndsWith("""{"last_name":"Last ü, \"x\""}""", sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_of_a_real_server_is_not_followed()
    {
        await using var server = new LoopbackServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(
                "HTTP/1.1 307 Elsewhere\r\nLocation: /v2/persons/2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        using TestSession scene = await server.OpenAsync();

        PersonioException fault = await Refusal.OfAsync(() => CreateAsync(scene));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Single(server.Calls);
    }

    private static Task<Person> CreateAsync(TestSession scene) => scene.Client.CreateAsync<Person>(
        Endpoints.CreatePerson.For().WithBody(new { last_name = "Last ü, \"x\"" }));

    private static async Task ReadAndResetAsync(LoopbackConnection connection)
    {
        await connection.ReadRequestAsync();
        connection.Reset();
    }

    private static Task ReadAndCloseAsync(LoopbackConnection connection) => connection.ReadRequestAsync();

    private static async Task AnswerPersonAsync(LoopbackConnection connection)
    {
        await connection.ReadRequestAsync();
        await connection.SendJsonAsync("""{"id":"1"}""", close: true);
    }
}
