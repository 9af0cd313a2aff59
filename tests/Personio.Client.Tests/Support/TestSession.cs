using System.Net;

namespace Personio.Client.Tests.Support;

/// <summary>A connected session on a stub network.</summary>
internal sealed class TestSession : IDisposable
{
    public const string Secret = "papi-secret-of-tests";

    private TestSession(StubNetwork network, ManualTime time, RecordingLog log, PersonioSession session)
    {
        Network = network;
        Time = time;
        Log = log;
        Session = session;
    }

    public StubNetwork Network { get; }

    public ManualTime Time { get; }

    public RecordingLog Log { get; }

    public PersonioSession Session { get; }

    public PersonioClient Client => new(Session, Log);

    /// <summary>Options whose waits take no time, whose random numbers are 0.5, and without a timeout.</summary>
    public static SessionOptions Options(StubNetwork network, ManualTime time) => new()
    {
        Credential = new NetworkCredential("papi-id", Secret),
        Network = network,
        Time = time,
        Timeout = Timeout.InfiniteTimeSpan,
        Dice = () => 0.5,
    };

    /// <summary>Connects. By default, the token is <c>papi-token-1</c> and is valid for a day.</summary>
    public static async Task<TestSession> OpenAsync(
        Func<SessionOptions, SessionOptions>? change = null, ManualTime? time = null, StubNetwork? network = null)
    {
        network ??= new StubNetwork().Always("POST /v2/auth/token", _ => Answer.Token("papi-token-1"));
        time ??= new ManualTime();
        var log = new RecordingLog();
        SessionOptions options = Options(network, time);
        PersonioSession session = await PersonioSession.ConnectAsync(change?.Invoke(options) ?? options, log);
        return new TestSession(network, time, log, session);
    }

    public static Task<TestSession> OpenManualAsync(Func<SessionOptions, SessionOptions>? change = null) =>
        OpenAsync(change, new ManualTime(automatic: false));

    public void Dispose() => Session.Dispose();
}
