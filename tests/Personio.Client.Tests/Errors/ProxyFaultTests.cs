using System.Net;
using System.Net.Sockets;
using System.Text;
using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Errors;

/// <summary>A real proxy refuses the tunnel, and its password is not exposed.</summary>
public sealed class ProxyFaultTests
{
    [Theory]
    [InlineData(407, "The proxy asks for a user name and password (407).", "HTTPS_PROXY")]
    [InlineData(502, "status code", "Check network, proxy")]
    public async Task A_proxy_that_refuses_the_tunnel_is_named_without_its_password(
        int status, string words, string advice)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        Task refusing = RefuseAsync(listener, status, stop.Token);
        using var network = new SocketsHttpHandler
        {
            Proxy = new WebProxy(
                new Uri($"http://admin:geheim-7@127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/")),
        };
        var options = new SessionOptions
        {
            BaseUri = new Uri("https://api.personio.invalid"),
            Credential = new NetworkCredential("papi-1", "secret"),
            Network = network,
            MaxRetry = 0,
        };

        PersonioException fault = await Refusal.OfAsync(
            () => PersonioSession.ConnectAsync(options, SilentLog.Instance));
        await stop.CancelAsync();
        listener.Stop();
        await refusing;

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains(advice, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim-7", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("admin:", fault.ToString(), StringComparison.Ordinal);
    }

    private static async Task RefuseAsync(TcpListener listener, int status, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(cancellationToken);
                NetworkStream stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[4096], cancellationToken);
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
                    cancellationToken);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException)
        {
        }
    }
}
