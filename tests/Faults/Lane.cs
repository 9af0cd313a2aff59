using System.Collections.Concurrent;
using System.Net;
using Personio.Client;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>A separate tenant, a session in it over HTTP, and the log of the client.</summary>
internal sealed class Lane : IDisposable
{
    // Waits are a thousand times shorter, and one attempt may take a second of real time.
    private const int Hurry = 1000;

    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private int _tokenRequests;

    private Lane(SandboxServer server, PersonioSession session, Log log)
    {
        Server = server;
        Session = session;
        Told = log;
    }

    public SandboxServer Server { get; }

    public SandboxTenant Tenant => Server.Tenant;

    public PersonioSession Session { get; }

    public Log Told { get; }

    public PersonioClient Client => new(Session, Told);

    /// <summary>The token requests since the log was last cleared, and before.</summary>
    public int TokenRequests => _tokenRequests + Server.TokenRequests;

    /// <summary>How many different tokens were used.</summary>
    public int Tokens
    {
        get
        {
            Forget();
            return _tokens.Count;
        }
    }

    /// <summary>Opens a lane whose waits take almost no time.</summary>
    public static Task<Lane> HurriedAsync(int seed, int maxRetry, Action<SandboxOptions>? change = null)
    {
        var time = new HurriedTime(Hurry);
        return OpenAsync(
            options =>
            {
                options.Seed = seed;
                options.Clock = time;
                change?.Invoke(options);
            },
            options => options with { Time = time, Timeout = TimeSpan.FromSeconds(Hurry), MaxRetry = maxRetry });
    }

    public static async Task<Lane> OpenAsync(
        Action<SandboxOptions>? sandbox = null, Func<SessionOptions, SessionOptions>? session = null)
    {
        var options = new SandboxOptions { PersonCount = 40, AttendanceDays = 12, Hostile = true };
        sandbox?.Invoke(options);
        SandboxServer server = SandboxServer.Start(options);
        var log = new Log();
        return new Lane(server, await ConnectAsync(server, log, session), log);
    }

    /// <summary>Another session in the same tenant.</summary>
    public static Task<PersonioSession> ConnectAsync(
        SandboxServer server, IActivityLog log, Func<SessionOptions, SessionOptions>? change = null)
    {
        var options = new SessionOptions
        {
            BaseUri = server.BaseUri,
            Credential = new NetworkCredential(server.ClientId, server.ClientSecret),
        };
        return PersonioSession.ConnectAsync(change?.Invoke(options) ?? options, log);
    }

    /// <summary>Sums up and then clears the logs of sandbox and client, so that they do not grow.</summary>
    public void Forget()
    {
        _tokens.UnionWith(Server.Requests.Select(request => request.Authorization).OfType<string>());
        _tokenRequests += Server.TokenRequests;
        Server.ClearRequests();
        Told.Clear();
    }

    /// <summary>Completes when no request is being processed any more.</summary>
    public async Task QuietAsync()
    {
        for (int i = 0; i < 2000 && Server.Log.InFlight > 0; i++)
        {
            await Task.Delay(5);
        }

        Assert.Equal(0, Server.Log.InFlight);
    }

    public void Dispose()
    {
        Session.Dispose();
        Server.Dispose();
    }
}

/// <summary>Records what the client logs.</summary>
internal sealed class Log : IActivityLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void Clear() => _lines.Clear();

    public void Verbose(string message) => _lines.Enqueue(message);

    public void Warning(string message) => _lines.Enqueue(message);

    public void ReportProgress(double done)
    {
    }
}
