using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Hostile;

/// <summary>The token is sent only to the origin of the session, over an authenticated connection.</summary>
[Collection(Alone.Name)]
public sealed class OtherOriginTests
{
    [Theory]
    [InlineData(300, "http://127.0.0.1:{0}/v2/persons/1")]
    [InlineData(301, "//127.0.0.1:{0}/")]
    [InlineData(302, "http://localhost:{0}/v2/persons/1")]
    [InlineData(303, "http://127.0.0.1:{0}/v2/persons/1")]
    [InlineData(307, "http://127.0.0.1:{0}/v2/persons/1")]
    [InlineData(308, "https://127.0.0.1:{0}/v2/persons/1")]
    [InlineData(302, "/v2/persons/2")]
    public async Task A_redirect_is_an_error_and_nothing_reaches_its_target(int status, string target)
    {
        await using var other = new LoopbackServer();
        string address = target.Replace("{0}", $"{other.BaseUri.Port}", StringComparison.Ordinal);
        await using var server = new LoopbackServer(connection => RedirectAsync(connection, status, address));
        using TestSession scene = await server.OpenAsync();

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("Redirects are not followed", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_redirect_of_the_token_request_does_not_forward_the_secret()
    {
        await using var other = new LoopbackServer();
        StubNetwork network = new StubNetwork().Always(
            "POST /v2/auth/token", _ => Answer.Status(307).With("Location", $"{other.BaseUri}v2/auth/token"));

        await Refusal.OfAsync(() => TestSession.OpenAsync(network: network));

        Assert.Single(network.TokenRequests);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/v2/persons?cursor=c2")]
    [InlineData("http://localhost:{0}/v2/persons?cursor=c2")]
    [InlineData("https://127.0.0.1:{0}/v2/persons?cursor=c2")]
    [InlineData("//127.0.0.1:{0}/v2/persons?cursor=c2")]
    [InlineData("http://x@127.0.0.1:{0}/v2/persons?cursor=c2")]
    public async Task A_link_to_another_port_host_or_scheme_is_not_followed(string link)
    {
        await using var other = new LoopbackServer();
        string address = link.Replace("{0}", $"{other.BaseUri.Port}", StringComparison.Ordinal);
        await using var server = new LoopbackServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendJsonAsync(
                "{\"_data\":[{\"id\":\"1\"}],\"_meta\":{\"links\":{\"next\":{\"href\":\"" + address + "\"}}}}",
                close: true);
        });
        using TestSession scene = await server.OpenAsync();

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Empty(other.Requests);
        Assert.Equal(0, server.UnexpectedConnections);
    }

    [Theory]
    [InlineData("localhost", 30)]
    [InlineData("localhost", -1)]
    [InlineData("api.personio.de", 30)]
    public async Task An_untrusted_certificate_ends_the_connection_before_the_secret_is_sent(string name, int days)
    {
        using X509Certificate2 certificate = SelfSigned(name, days);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> heard = ReceiveAsync(listener, certificate);
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        PersonioException fault = await Refusal.OfAsync(() => PersonioSession.ConnectAsync(
            new SessionOptions
            {
                BaseUri = new Uri($"https://localhost:{port}"),
                Credential = new NetworkCredential("papi-id", TestSession.Secret), MaxRetry = 0,
            },
            new RecordingLog()));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.Contains("certificate", fault.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", await heard);
    }

    [Fact]
    public async Task The_system_proxy_is_asked_for_a_tunnel_and_sees_nothing_else()
    {
        await using var proxy = new LoopbackServer();
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.BaseUri);
        try
        {
            PersonioException fault = await Refusal.OfAsync(() => PersonioSession.ConnectAsync(
                new SessionOptions
                {
                    BaseUri = new Uri("https://personio.invalid"),
                    Credential = new NetworkCredential("papi-id", TestSession.Secret), MaxRetry = 0,
                },
                new RecordingLog()));

            Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
            string request = Assert.Single(proxy.Requests);
            Assert.StartsWith("CONNECT personio.invalid:443 HTTP/1.1\r\n", request, StringComparison.Ordinal);
            Assert.DoesNotContain(TestSession.Secret, request, StringComparison.Ordinal);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    private static async Task RedirectAsync(LoopbackConnection connection, int status, string address)
    {
        await connection.ReadRequestAsync();
        await connection.SendAsync(
            $"HTTP/1.1 {status} Elsewhere\r\nLocation: {address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private static X509Certificate2 SelfSigned(string name, int days)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-60), DateTimeOffset.UtcNow.AddDays(days));
        // Some systems cannot use a key that was never stored.
        return new X509Certificate2(made.Export(X509ContentType.Pfx));
    }

    // The data after the handshake.
    private static async Task<string> ReceiveAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
            byte[] buffer = new byte[4096];
            return Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer));
        }
        catch (Exception fault) when (fault is IOException or AuthenticationException)
        {
            return "";
        }
    }
}
