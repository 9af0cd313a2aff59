using System.Net;
using Personio.Rest.Http;

namespace Personio.Rest.Tests.Http;

public sealed class InFlightTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task No_more_requests_than_permitted_are_in_flight(int most)
    {
        using var server = new HeldServer();
        using HttpMessageInvoker calls = Open(server, new Pacing(1000, 1000, most, IsShared: true));
        Task<HttpResponseMessage>[] sent = [.. Enumerable.Range(0, 20).Select(i => SendAsync(calls, $"Row{i % 3}"))];

        for (int answered = 0; answered < sent.Length; answered++)
        {
            await server.ArrivedAsync();
            Assert.InRange(server.UnderWay, 1, most);
            server.AnswerOne();
        }

        await Task.WhenAll(sent).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(most, server.MostUnderWay);
    }

    [Fact]
    public async Task Endpoints_with_separate_gates_have_separate_limits()
    {
        using var server = new HeldServer();
        using HttpMessageInvoker calls = Open(server, new Pacing(1000, 1000, 1));

        Task<HttpResponseMessage>[] sent = [SendAsync(calls, "One"), SendAsync(calls, "Other")];
        await server.ArrivedAsync();
        await server.ArrivedAsync();

        Assert.Equal(2, server.UnderWay);
        server.AnswerOne();
        server.AnswerOne();
        await Task.WhenAll(sent).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Requests_that_fail_or_are_canceled_make_room()
    {
        using var server = new HeldServer();
        using HttpMessageInvoker calls = Open(server, new Pacing(1000, 1000, 1, IsShared: true));
        using var stop = new CancellationTokenSource();
        Task<HttpResponseMessage> failing = SendAsync(calls, "Row");
        await server.ArrivedAsync();
        Task<HttpResponseMessage> waiting = SendAsync(calls, "Row", stop.Token);
        Task<HttpResponseMessage> last = SendAsync(calls, "Row");

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        server.FailOne();
        await Assert.ThrowsAsync<HttpRequestException>(() => failing.WaitAsync(TimeSpan.FromSeconds(20)));
        await server.ArrivedAsync();
        server.AnswerOne();

        Assert.Equal(HttpStatusCode.OK, (await last.WaitAsync(TimeSpan.FromSeconds(20))).StatusCode);
        Assert.Equal(1, server.MostUnderWay);
    }

    [Fact]
    public async Task A_request_that_is_canceled_while_it_waits_for_its_token_gives_its_slot_back()
    {
        using var server = new HeldServer();
        using HttpMessageInvoker calls = Open(server, new Pacing(0.5, 1, 1, IsShared: true));
        using var stop = new CancellationTokenSource();
        Task<HttpResponseMessage> first = SendAsync(calls, "Row");
        await server.ArrivedAsync();
        server.AnswerOne();
        await first;

        Task<HttpResponseMessage> waiting = SendAsync(calls, "Row", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        Task<HttpResponseMessage> last = SendAsync(calls, "Row");
        await server.ArrivedAsync();
        server.AnswerOne();

        Assert.Equal(HttpStatusCode.OK, (await last.WaitAsync(TimeSpan.FromSeconds(20))).StatusCode);
    }

    private static HttpMessageInvoker Open(HeldServer server, Pacing pacing) =>
        new(new RateLimitHandler(server, TimeProvider.System, pacing, null), disposeHandler: false);

    private static async Task<HttpResponseMessage> SendAsync(
        HttpMessageInvoker calls, string gate, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/");
        new CallContext(gate, IsRetryable: true, SilentLog.Instance, () => "GET /").AttachTo(request);
        return await calls.SendAsync(request, cancellationToken);
    }
}
