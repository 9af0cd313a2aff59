using System.Net;

namespace Personio.Faults;

/// <summary>The real network, with the number of requests in flight.</summary>
internal sealed class CountedNetwork() : DelegatingHandler(new SocketsHttpHandler
{
    AllowAutoRedirect = false,
    UseCookies = false,
    UseProxy = false,
    AutomaticDecompression = DecompressionMethods.All,
})
{
    private int _underWay;

    public int UnderWay => Volatile.Read(ref _underWay);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
