using System.Net;
using System.Runtime.CompilerServices;
using Personio.Client;
using Personio.Sandbox;

namespace Personio;

/// <summary>The simulated company of a session, which ends with it.</summary>
/// <remarks>
/// A type of its own, whose methods are never inlined: the runtime loads the assembly of the sandbox when it compiles
/// the first method that mentions it, and whoever connects to a real company does not need it.
/// </remarks>
internal sealed class SandboxCompany : IDisposable
{
    // Not by its own type, for the same reason.
    private readonly IDisposable _server;

    private SandboxCompany(IDisposable server, Uri baseUri, NetworkCredential credential) =>
        (_server, BaseUri, Credential) = (server, baseUri, credential);

    /// <summary>Where its API is.</summary>
    public Uri BaseUri { get; }

    /// <summary>What it lets in.</summary>
    public NetworkCredential Credential { get; }

    /// <summary>Starts a company.</summary>
    /// <param name="personCount">How many persons it has.</param>
    /// <param name="isHostile">Whether it has the data that careless scripts stumble over.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SandboxCompany Start(int personCount, bool isHostile)
    {
        var company = new SandboxOptions { PersonCount = personCount, Hostile = isHostile };
        company.PingOne.Hostile = isHostile;
        SandboxServer server = SandboxServer.Start(company);
        return new SandboxCompany(
            server, server.BaseUri, new NetworkCredential(server.ClientId, server.ClientSecret));
    }

    /// <summary>Notes that it is the company of this session, so that its directory can be opened.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Note(PersonioSession session) => PingOneSandboxCompanion.Note(session, (SandboxServer)_server);

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
