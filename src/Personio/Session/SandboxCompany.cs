using System.Net;
using System.Runtime.CompilerServices;
using Personio.Client;
using Personio.Sandbox;

namespace Personio;

/// <summary>The simulated company of a session; both end together.</summary>
/// <remarks>
/// A separate type whose methods are never inlined: the runtime loads the sandbox assembly when it compiles the first
/// method that mentions it, and sessions with real companies do not need that assembly.
/// </remarks>
internal sealed class SandboxCompany : IDisposable
{
    // Not declared as SandboxServer, for the same reason.
    private readonly IDisposable _server;

    private SandboxCompany(IDisposable server, Uri baseUri, NetworkCredential credential) =>
        (_server, BaseUri, Credential) = (server, baseUri, credential);

    /// <summary>The address of its API.</summary>
    public Uri BaseUri { get; }

    /// <summary>The credential that it accepts.</summary>
    public NetworkCredential Credential { get; }

    /// <summary>Starts a company.</summary>
    /// <param name="personCount">The number of persons.</param>
    /// <param name="isHostile">True to include unusual data that careless scripts stumble over.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SandboxCompany Start(int personCount, bool isHostile)
    {
        var company = new SandboxOptions { PersonCount = personCount, Hostile = isHostile };
        company.PingOne.Hostile = isHostile;
        SandboxServer server = SandboxServer.Start(company);
        return new SandboxCompany(
            server, server.BaseUri, new NetworkCredential(server.ClientId, server.ClientSecret));
    }

    /// <summary>Registers this as the company of a session, so that its directory can be opened.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Note(PersonioSession session) => PingOneSandboxCompanion.Note(session, (SandboxServer)_server);

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
