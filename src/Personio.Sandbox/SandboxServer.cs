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

    /// <summary>The address of the tenant.</summary>
    public Uri BaseUri { get; }

    /// <summary>The client id of the one credential.</summary>
    public string ClientId => _credential.ClientId;

    /// <summary>The client secret of the one credential; it contains everything a form has to escape.</summary>
    public string ClientSecret => _credential.ClientSecret;

    /// <summary>The knobs; most of them can be turned while the sandbox runs.</summary>
    public SandboxOptions Options { get; }

    /// <summary>The company.</summary>
    public SandboxTenant Tenant { get; }

    /// <summary>The PingOne environment with the directory of this company; it starts when it is first asked for.</summary>
    public PingOneSandbox PingOne => _pingOne.Value;

    /// <summary>
    /// The requests so far in order of arrival, token requests included, the control API's own left out. Only the
    /// latest 100,000 are kept.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>The largest number of API requests that were being handled at the same time.</summary>
    public int MaxInFlight => _log.MaxInFlight;

    /// <summary>How many requests went to the token endpoints.</summary>
    public int TokenRequests => _log.TokenRequests;

    /// <summary>How many connections are open, idle ones included.</summary>
    public int OpenConnections => _http.OpenConnections;

    /// <summary>The log behind the counters.</summary>
    internal RequestLog Log => _log;

    /// <summary>How many faults are waiting or used up.</summary>
    internal int FaultCount => _faults.Count;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The knobs; null takes the usual ones.</param>
    /// <returns>The running sandbox.</returns>
    public static SandboxServer Start(SandboxOptions? options = null) => new(options ?? new SandboxOptions());

    /// <summary>Forgets the requests so far and starts the counters anew.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Lets a fault wait for requests.</summary>
    public void AddFault(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Add(fault);
    }

    /// <summary>Takes all faults back.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Makes the tokens given out so far invalid; the next token request yields a new one.</summary>
    public void ExpireTokens() => _credential.ExpireAll();

    /// <summary>Takes a scope from the credential; the tokens given out so far become invalid.</summary>
    public void RevokeScope(string scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _credential.Change(scope, false);
    }

    /// <summary>Gives the credential a scope; the tokens given out so far become invalid.</summary>
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
