using System.Globalization;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Api;

namespace Personio.Sandbox;

/// <summary>
/// A simulated PingOne environment with the directory of a sandbox company. It listens on two addresses of the loopback
/// interface, one for tokens and one for the API, until it is disposed.
/// </summary>
public sealed class PingOneSandbox : IDisposable
{
    private readonly HttpServer _api;
    private readonly HttpServer _auth;
    private readonly WorkerApp _app;
    private readonly Faults _faults;
    private readonly RequestLog _log = new();

    internal PingOneSandbox(PingOneOptions options, SandboxTenant tenant, int seed, TimeProvider clock)
    {
        Options = options;
        _api = new HttpServer(options.ApiPort);
        _auth = new HttpServer(options.AuthPort);
        ApiBaseUri = Origin(_api);
        AuthBaseUri = Origin(_auth);
        Directory = new PingOneDirectory(options, tenant, seed, clock);
        _app = new WorkerApp(options, seed, clock, Directory.EnvironmentId);
        string origin = ApiBaseUri.GetLeftPart(UriPartial.Authority);
        _faults = new Faults(seed, origin, (status, _) => new PingOneProblem(
            status, status >= 500 ? "UNEXPECTED_ERROR" : "REQUEST_FAILED", "This error was asked for.").ToResponse());
        var context = new PingOneContext(options, Directory, _app, origin, clock);
        Directory.Serve(context.EnvironmentUri);
        _api.Serve(new PingOneGateway(context, _log, _faults, isAuth: false));
        _auth.Serve(new PingOneGateway(context, _log, _faults, isAuth: true));
    }

    /// <summary>The origin of the API host.</summary>
    public Uri ApiBaseUri { get; }

    /// <summary>The origin of the authentication host.</summary>
    public Uri AuthBaseUri { get; }

    /// <summary>The ID of the managed environment.</summary>
    public string EnvironmentId => Directory.EnvironmentId;

    /// <summary>The ID of the environment to which the worker app belongs; usually the same.</summary>
    public string AuthEnvironmentId => _app.EnvironmentId;

    /// <summary>The client ID of the worker app.</summary>
    public string ClientId => _app.ClientId;

    /// <summary>The client secret of the worker app; it contains every character that a form must escape.</summary>
    public string ClientSecret => _app.ClientSecret;

    /// <summary>The settings; most of them can be changed while the sandbox runs.</summary>
    public PingOneOptions Options { get; }

    /// <summary>The users, populations, and groups.</summary>
    public PingOneDirectory Directory { get; }

    /// <summary>The requests to both hosts in order of arrival; only the latest 100,000 are kept.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>The largest number of API requests in flight at the same time.</summary>
    public int MaxInFlight => _log.MaxInFlight;

    /// <summary>How many requests went to the token endpoint.</summary>
    public int TokenRequests => _log.TokenRequests;

    /// <summary>Starts a PingOne environment for a company.</summary>
    /// <param name="company">The sandbox whose persons the directory contains.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <returns>The running environment, which ends when it is disposed, not when the company ends.</returns>
    public static PingOneSandbox Start(SandboxServer company, PingOneOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(company);
        return new(options ?? new PingOneOptions(), company.Tenant, company.Options.Seed, company.Options.Clock);
    }

    /// <summary>Clears the recorded requests and resets the counters.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Adds a fault for matching requests to either host.</summary>
    /// <param name="fault">The fault.</param>
    public void AddFault(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Add(fault);
    }

    /// <summary>Removes all faults.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Invalidates the tokens issued so far.</summary>
    public void ExpireTokens() => _app.ExpireAll();

    /// <summary>Stops listening and closes all connections.</summary>
    public void Dispose()
    {
        _api.Dispose();
        _auth.Dispose();
    }

    private static Uri Origin(HttpServer server) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Port}/"));
}
