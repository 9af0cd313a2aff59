using System.Diagnostics;
using System.Net;
using Personio.Client.Json;
using Personio.Rest.Auth;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// A connection to one company, with its token, its pacing and its caches. Thread-safe: many threads may share one.
/// Shows when the token expires and what it may do, never the token or the secret.
/// </summary>
/// <remarks>
/// What it keeps, in memory alone and until it is disconnected: the token; of its company the short lists, each for ten
/// minutes from when it was asked for and of each no more than one (absence types, attributes, document categories and
/// compensation types whole; of departments, teams, workplaces, legal entities, cost centers, projects and reports the
/// ids and names); the absences without an end that listings lack; and the names and addresses of persons, and whom an
/// address that was looked up belongs to, each for ten minutes, at most 50,000. A fault is not kept.
/// All who use the session share it; a fresh client reads anew what it needs of it.
/// </remarks>
[DebuggerDisplay("{Name} at {BaseUri}")]
public sealed class PersonioSession : IServiceSession
{
    private const int LongestScope = 200;

    private readonly SessionOptions _options;
    private int _disposed;

    private PersonioSession(SessionOptions options)
    {
        _options = options with { Credential = new NetworkCredential(options.Credential.UserName, "") };
        Transport = new ApiTransport(options.ToTransport());
        Lists = new SessionListCache(options.Time);
        PersonNames = new PersonNames(options.Time);
        PersonAddresses = new PersonAddresses(options.Time);
        AbsenceEnds = new AbsenceEndProof(this);
        OpenEnds = new OpenEndCache(options.Time);
        Origin = new SessionOrigin(this);
    }

    /// <summary>The name, by which it is found.</summary>
    public string Name => _options.Name;

    /// <summary>The origin of the API.</summary>
    public Uri BaseUri => _options.BaseUri;

    /// <summary>The client id; it is not a secret.</summary>
    public string ClientId => _options.Credential.UserName;

    /// <summary>What the token may do, as Personio said; empty where it said nothing.</summary>
    public ValueList<string> Scopes =>
        new([.. (Token?.Scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(scope => Transport.Redactor.Clean(scope, LongestScope))]);

    /// <summary>Whether the token may do something, as Personio said; null where it said nothing at all.</summary>
    /// <param name="scope">A scope, for example <c>personio:persons:read</c>.</param>
    public bool? HasScope(string scope) =>
        Token?.Scope is { } all && !string.IsNullOrWhiteSpace(all) ? all.Split(' ').Contains(scope) : null;

    /// <summary>When the token ends; a new one is got in time. Null where Personio named no end.</summary>
    public DateTimeOffset? TokenExpiresAt => Token is { Lifetime: { } lifetime } token
        ? _options.Time.GetUtcNow() + lifetime - _options.Time.GetElapsedTime(token.ReceivedAt)
        : null;

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; private set; }

    /// <summary>
    /// When Personio last answered, by its own clock and in whole seconds. Read before a listing, it is where the next
    /// run takes up, however wrong the clock of this computer is. Null where the answers name no time.
    /// </summary>
    public DateTimeOffset? ServerTime => Transport.ServerTime;

    /// <summary>The app id sent along; null where none is.</summary>
    public string? AppId => _options.AppId;

    /// <summary>The partner id sent along; null where none is.</summary>
    public string? PartnerId => _options.PartnerId;

    /// <summary>How often a request is sent again at most.</summary>
    public int MaxRetry => _options.MaxRetry;

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout => _options.Timeout;

    /// <summary>
    /// How the company writes the last day of absences, as the first absences of this session proved; Unproven until
    /// then.
    /// </summary>
    public AbsenceEndReading AbsenceEndReading => AbsenceEnds.Reading;

    /// <summary>Whether the session can be used; false after it was disconnected.</summary>
    public bool IsConnected => Volatile.Read(ref _disposed) == 0;

    internal SessionOrigin Origin { get; }

    internal ApiTransport Transport { get; }

    internal SessionListCache Lists { get; }

    internal PersonNames PersonNames { get; }

    internal PersonAddresses PersonAddresses { get; }

    internal AbsenceEndProof AbsenceEnds { get; }

    internal OpenEndCache OpenEnds { get; }

    // Whether absences without an end were seen to come where the end is filtered.
    internal bool ListsOpenEnds { get; set; }

    // Whether the filters by instants are taken as dates only here.
    internal bool TakesDatesOnly { get; set; }

    // What requests for compensations wait for that name no persons, and whether they were ever too much.
    internal CompensationTurns CompensationTurns { get; } = new();

    // The present moment, as the caches count it.
    internal long Now => _options.Time.GetTimestamp();

    // How long ago a moment was.
    internal TimeSpan Since(long moment) => _options.Time.GetElapsedTime(moment);

    // The present day of this computer.
    internal DateTime Today => _options.Time.GetLocalNow().Date;

    private AccessToken? Token => IsConnected ? Transport.Tokens.Current : null;

    /// <summary>Makes a session and gets its first token, so that a wrong credential shows at once.</summary>
    /// <exception cref="PersonioException">
    /// <c>InvalidRequest</c> for options against the rules, <c>AuthenticationFailed</c> for a wrong credential, or no
    /// connection.
    /// </exception>
    public static async Task<PersonioSession> ConnectAsync(
        SessionOptions options, IActivityLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        var session = new PersonioSession(options with
        {
            BaseUri = SessionOptionsValidator.Origin(options.BaseUri),
            AppId = SessionOptionsValidator.HeaderId("app id", options.AppId),
            PartnerId = SessionOptionsValidator.HeaderId("partner id", options.PartnerId),
        });
        try
        {
            await session.Transport.ConnectAsync(log, cancellationToken).ConfigureAwait(false);
            session.ConnectedAt = options.Time.GetUtcNow();
            return session;
        }
        catch
        {
            // The companion stays the caller's until there is a session to own it.
            session.Transport.Dispose();
            throw;
        }
    }

    /// <summary>Logs out every program that uses this credential: Personio gives them all the same token.</summary>
    /// <exception cref="PersonioException">Personio could not be told.</exception>
    public Task RevokeAsync(IActivityLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Transport.RevokeAsync(log, cancellationToken);
    }

    // The rows of a listing as they are used, page by page.
    internal PageReader<T> Listing<T>(
        IActivityLog log, ApiRequest first, int? limit = null, SemaphoreSlim? turn = null) =>
        new(Transport, log, first, limit, EnvelopeReader.Page<T>, Identity.Get, turn)
        {
            Complete = (rows, cancellationToken) => CompleteAsync(rows, log, cancellationToken),
        };

    // What rows need besides their JSON: the last days of absences depend on the company.
    internal async ValueTask<IReadOnlyList<T>> CompleteAsync<T>(
        IReadOnlyList<T> rows, IActivityLog log, CancellationToken cancellationToken) =>
        rows is IReadOnlyList<AbsencePeriod> absences
            ? (IReadOnlyList<T>)await AbsenceEnds.ReadAsync(absences, log, cancellationToken).ConfigureAwait(false)
            : rows;

    /// <summary>Lets an object remember that it came from this session.</summary>
    /// <param name="item">The object; any other than those of the API stays as it is.</param>
    public void Sign(object? item)
    {
        if (item is IOriginated row)
        {
            Origin.Sign(row);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Transport.Dispose();
            _options.Companion?.Dispose();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
