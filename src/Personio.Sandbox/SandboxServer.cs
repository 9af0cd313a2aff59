using System.Globalization;
using Personio.Sandbox.Api;
using Personio.Sandbox.Http;

namespace Personio.Sandbox;

/// <summary>A simulated Personio tenant that listens on the loopback address until it is disposed.</summary>
public sealed class SandboxServer : IDisposable
{
    private readonly HttpServer _http;
    private readonly Credential _credential;
    private readonly Faults _faults;
    private readonly RequestLog _log = new();
    private readonly Lazy<PingOneSandbox> _pingOne;

    private SandboxServer(SandboxOptions options)
    {
        Options = options;
        _http = new HttpServer(options.Port);
        string origin = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_http.Port}");
        BaseUri = new Uri(origin + "/");
        Tenant = new SandboxTenant(options, origin);
        _credential = new Credential(options);
        _faults = new Faults(options.Seed, origin, (status, request) => Problem.For(
            new ProblemException(status, "Injected fault", "This error was asked for."), request.Path));
        var context = new ApiContext(options, Tenant, _credential, origin);
        _pingOne = new Lazy<PingOneSandbox>(() => PingOneSandbox.Start(this, options.PingOne));
        _http.Serve(new Gateway(context, _log, _faults, new RateLimits(options), Control(options.ControlSecret)));
    }

    /// <summary>The base address of the tenant.</summary>
    public Uri BaseUri { get; }

    /// <summary>The client ID of the only credential.</summary>
    public string ClientId => _credential.ClientId;

    /// <summary>
    /// The client secret of the only credential; it contains every character that a form must escape.
    /// </summary>
    public string ClientSecret => _credential.ClientSecret;

    /// <summary>The knobs; most of them can be changed while the sandbox runs.</summary>
    public SandboxOptions Options { get; }

    /// <summary>The company.</summary>
    public SandboxTenant Tenant { get; }

    /// <summary>The PingOne environment with the directory of this company; it starts on first access.</summary>
    public PingOneSandbox PingOne => _pingOne.Value;

    /// <summary>
    /// The requests so far in order of arrival, including token requests but not those of the control API. Only the
    /// latest 100,000 are kept.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>The largest number of API requests in flight at the same time.</summary>
    public int MaxInFlight => _log.MaxInFlight;

    /// <summary>How many requests went to the token endpoints.</summary>
    public int TokenRequests => _log.TokenRequests;

    /// <summary>How many connections are open, including idle ones.</summary>
    public int OpenConnections => _http.OpenConnections;

    /// <summary>The log behind the counters.</summary>
    internal RequestLog Log => _log;

    /// <summary>How many faults are pending or used up.</summary>
    internal int FaultCount => _faults.Count;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The knobs; null for the defaults.</param>
    /// <returns>The running sandbox.</returns>
    public static SandboxServer Start(SandboxOptions? options = null) => new(options ?? new SandboxOptions());

    /// <summary>Clears the recorded requests and resets the counters.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Adds a fault for matching requests.</summary>
    public void AddFault(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Add(fault);
    }

    /// <summary>Removes all faults.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Invalidates the tokens issued so far; the next token request returns a new one.</summary>
    public void ExpireTokens() => _credential.ExpireAll();

    /// <summary>Revokes a scope of the credential; the tokens issued so far become invalid.</summary>
    public void RevokeScope(string scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _credential.Change(scope, false);
    }

    /// <summary>Grants the credential a scope; the tokens issued so far become invalid.</summary>
    public void GrantScope(string scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _credential.Change(scope, true);
    }

    /// <summary>Stops listening and closes all connections.</summary>
    public void Dispose()
    {
        _http.Dispose();
        if (_pingOne.IsValueCreated)
        {
            _pingOne.Value.Dispose();
        }
    }

    private ControlApi? Control(string? secret) => secret is null ? null : new ControlApi(this, secret);
}
