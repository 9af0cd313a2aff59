using System.Net;
using Personio.Sandbox;

namespace Personio.PingOne.Tests;

/// <summary>A simulated environment and the options of a session with it.</summary>
internal sealed class Connection : IDisposable
{
    private readonly SandboxServer _company;

    public Connection(Action<PingOneOptions>? turn = null, int persons = 60)
    {
        var options = new SandboxOptions { PersonCount = persons, Hostile = true, Today = new DateOnly(2026, 6, 17) };
        turn?.Invoke(options.PingOne);
        _company = SandboxServer.Start(options);
    }

    public PingOneSandbox Server => _company.PingOne;

    public PingOneDirectory Directory => Server.Directory;

    public PingOneSessionOptions Options => new()
    {
        EnvironmentId = Guid.Parse(Server.EnvironmentId),
        AuthEnvironmentId = Guid.Parse(Server.AuthEnvironmentId),
        Region = PingOneRegion.Find("EU"),
        ApiBaseUri = Server.ApiBaseUri,
        AuthBaseUri = Server.AuthBaseUri,
        Credential = new NetworkCredential(Server.ClientId, Server.ClientSecret),
        // Tests do not wait for anything else.
        RequestsPerSecond = 1000,
        MaxRetry = 0,
    };

    public async Task<(PingOneSession Session, PingOneClient Client)> OpenAsync(
        Func<PingOneSessionOptions, PingOneSessionOptions>? change = null)
    {
        PingOneSession session = await PingOneSession.ConnectAsync(
            (change ?? (same => same))(Options), SilentLog.Instance);
        Server.ClearRequests();
        return (session, new PingOneClient(session, SilentLog.Instance));
    }

    /// <summary>The error with which connecting fails.</summary>
    public async Task<PersonioException> RefusalAsync(Func<PingOneSessionOptions, PingOneSessionOptions> change) =>
        await Assert.ThrowsAsync<PersonioException>(
            () => PingOneSession.ConnectAsync(change(Options), SilentLog.Instance));

    public string[] Sent(string method = "") =>
    [
        .. Server.Requests.Where(request => method.Length == 0 || request.Method == method)
            .Select(request => $"{request.Method} {request.Path}"),
    ];

    public void Dispose() => _company.Dispose();
}
