using System.Net.Http;
using Personio.Rest.Http;
using Personio.Rest.Tests.Support;

namespace Personio.Rest.Tests.Http;

public sealed class DownloadRateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task A_download_that_drips_ends_with_the_timeout(int pieceLength)
    {
        TimeoutException fault = await Assert.ThrowsAsync<TimeoutException>(
            () => DownloadAsync(pieceLength, 10_000_000));

        Assert.Contains("102400 bytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_progresses_may_take_longer_than_the_timeout() =>
        Assert.Equal(1_000_000, await DownloadAsync(2_000, 1_000_000));

    private static async Task<long> DownloadAsync(int pieceLength, int length)
    {
        var time = new ManualTime(automatic: false);
        StubNetwork network = new StubNetwork().On("GET /x", new HttpResponseMessage
        {
            Content = new StreamContent(new DripStream(time, pieceLength, length)),
        });
        using var attempt = new HttpMessageInvoker(new TimeoutHandler(network, TimeSpan.FromSeconds(100), time));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/x");
        using var target = new MemoryStream();
        new CallContext(null, IsRetryable: true, SilentLog.Instance, () => "GET /x", target).AttachTo(request);

        using HttpResponseMessage answer = await attempt.SendAsync(request, default);

        return target.Length;
    }
}
