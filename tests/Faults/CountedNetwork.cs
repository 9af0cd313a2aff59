using System.Net;

namespace Personio.Faults;

/// <summary>The real network, and how many requests are under way in it.</summary>
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
