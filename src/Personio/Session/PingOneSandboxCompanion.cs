using System.Runtime.CompilerServices;
using Personio.Client;
using Personio.Sandbox;

namespace Personio;

/// <summary>
/// The simulated PingOne environment of a session. It belongs to the company of the current Personio sandbox, or to a
/// company of its own.
/// </summary>
internal sealed class PingOneSandboxCompanion : IDisposable
{
    // The companies of sandbox sessions, for the lifetime of these sessions.
    private static readonly ConditionalWeakTable<PersonioSession, SandboxServer> s_companies = [];

    private readonly SandboxServer? _ownCompany;

    private PingOneSandboxCompanion(PingOneSandbox server, SandboxServer? ownCompany)
    {
        Server = server;
        _ownCompany = ownCompany;
    }

    /// <summary>The simulated environment.</summary>
    public PingOneSandbox Server { get; }

    /// <summary>Registers the company of a sandbox session, so that its directory can be opened.</summary>
    public static void Note(PersonioSession session, SandboxServer company) =>
        s_companies.AddOrUpdate(session, company);

    /// <summary>Opens the directory of the current sandbox session or, without one, of a new company.</summary>
    public static PingOneSandboxCompanion Open()
    {
        if (CurrentSession.InRunspace.Current is { IsConnected: true } session
            && s_companies.TryGetValue(session, out SandboxServer? company))
        {
            return new PingOneSandboxCompanion(company.PingOne, null);
        }

        SandboxServer own = SandboxServer.Start();
        return new PingOneSandboxCompanion(own.PingOne, own);
    }

    /// <inheritdoc/>
    public void Dispose() => _ownCompany?.Dispose();
}
