using System.Diagnostics;
using System.Net;
using Personio.Client.Json;
using Personio.Rest.Auth;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// A connection to one company, with its token, rate limiter and caches. Thread-safe. Shows when the token expires and
/// what it may do, but never the token or the secret.
/// </summary>
/// <remarks>
/// Caches, in memory only and until it is disconnected: the token; the company's short lists, each for ten minutes from
/// when it was requested (absence types, attributes, document categories and compensation types as a whole; only ids
/// and names of departments, teams, workplaces, legal entities, cost centers, projects and reports); the open-ended
/// absences that listings lack; and up to 50,000 each of names of persons and owners of email addresses, for ten
/// minutes. Errors are not cached, except for access errors, which only clients that accept them reuse. All users of
/// the session share its caches; a fresh client reads again what it needs.
/// </remarks>
[DebuggerDisplay("{Name} at {BaseUri}")]
public sealed class PersonioSession : IServiceSession
{
    private const int MaxScopeLength = 200;

    private readonly SessionOptions _options;
    private int _disposed;

    private PersonioSession(SessionOptions options)
    {
        _options = options with { Credential = new NetworkCredential(options.Credential.UserName, "") };
        Transport = new ApiTransport(options.ToTransportOptions());
        Lists = new SessionListCache(options.Time);
        PersonNames = new PersonNames(options.Time);
        PersonAddresses = new PersonAddresses(options.Time);
        AbsenceEnds = new AbsenceEndProof(this);
        OpenEnds = new OpenEndCache(options.Time);
        Origin = new SessionOrigin(this);
    }

    /// <summary>The name by which the session is selected.</summary>
    public string Name => _options.Name;

    /// <summary>The origin of the API.</summary>
    public Uri BaseUri => _options.BaseUri;

    /// <summary>The client id; it is not a secret.</summary>
    public string ClientId => _options.Credential.UserName;

    /// <summary>The scopes of the token, as returned by Personio; empty if it did not return any.</summary>
    public ValueList<string> Scopes =>
        new([.. (Token?.Scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(scope => Transport.Redactor.Clean(scope, MaxScopeLength))]);

    /// <summary>Whether the token has a scope, as returned by Personio; null if it did not return any scopes.</summary>
    /// <param name="scope">A scope, for example <c>personio:persons:read</c>.</param>
    public bool? HasScope(string scope) =>
        Token?.Scope is { } all && !string.IsNullOrWhiteSpace(all) ? all.Split(' ').Contains(scope) : null;

    /// <summary>When the token expires; it is renewed in time. Null if Personio specified no lifetime.</summary>
    public DateTimeOffset? TokenExpiresAt => Token is { Lifetime: { } lifetime } token
        ? _options.Time.GetUtcNow() + lifetime - _options.Time.GetElapsedTime(token.ReceivedAt)
        : null;

    /// <summary>When the session was created.</summary>
    public DateTimeOffset ConnectedAt { get; private set; }

    /// <summary>
    /// The time of Personio's last response, by its own clock and in whole seconds. Read before a listing, it tells
    /// where the next run should continue, even if this computer's clock is wrong. Null if the responses have no date.
    /// </summary>
    public DateTimeOffset? ServerTime => Transport.ServerTime;

    /// <summary>The app id that is sent along; null if there is none.</summary>
    public string? AppId => _options.AppId;

    /// <summary>The partner id that is sent along; null if there is none.</summary>
    public string? PartnerId => _options.PartnerId;

    /// <summary>The maximum number of retries of a request.</summary>
    public int MaxRetry => _options.MaxRetry;

    /// <summary>The time limit of one attempt.</summary>
    public TimeSpan Timeout => _options.Timeout;

    /// <summary>
    /// How the company writes the last day of absences, as proved by absences read in this session; Unproven until
    /// then.
    /// </summary>
    public AbsenceEndReading AbsenceEndReading => AbsenceEnds.Reading;

    /// <summary>Whether the session can be used; false once it is disconnected.</summary>
    public bool IsConnected => Volatile.Read(ref _disposed) == 0;

    internal SessionOrigin Origin { get; }

    internal ApiTransport Transport { get; }

    internal SessionListCache Lists { get; }

    internal PersonNames PersonNames { get; }

    internal PersonAddresses PersonAddresses { get; }

    internal AbsenceEndProof AbsenceEnds { get; }

    internal OpenEndCache OpenEnds { get; }

    // Whether a listing with a filter on the end has been seen to include open-ended absences.
    internal bool ListsOpenEnds { get; set; }

    // Whether this tenant accepts only dates in filters by instant.
    internal bool AcceptsDatesOnly { get; set; }

    // Requests for compensations of all persons take turns here; also remembers which requests were too large.
    internal CompensationTurns CompensationTurns { get; } = new();

    // The current timestamp of the clock that the caches use.
    internal long Timestamp => _options.Time.GetTimestamp();

    // The time elapsed since a timestamp.
    internal TimeSpan ElapsedSince(long moment) => _options.Time.GetElapsedTime(moment);

    // The current day on this computer.
    internal DateTime Today => _options.Time.GetLocalNow().Date;

    private AccessToken? Token => IsConnected ? Transport.Tokens.Current : null;

    /// <summary>
    /// Creates a session and requests its first token, so that a wrong credential is detected immediately.
    /// </summary>
    /// <exception cref="PersonioException">
    /// An option is invalid (<c>InvalidRequest</c>), the credential is wrong (<c>AuthenticationFailed</c>), or there is
    /// no connection.
    /// </exception>
    public static async Task<PersonioSession> ConnectAsync(
        SessionOptions options, IActivityLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        var session = new PersonioSession(options with
        {
            BaseUri = SessionOptionsValidator.CheckOrigin(options.BaseUri),
            AppId = SessionOptionsValidator.CheckHeaderId("app id", options.AppId),
            PartnerId = SessionOptionsValidator.CheckHeaderId("partner id", options.PartnerId),
        });
        try
        {
            await session.Transport.ConnectAsync(log, cancellationToken).ConfigureAwait(false);
            session.ConnectedAt = options.Time.GetUtcNow();
            return session;
        }
        catch
        {
            // The caller owns the companion until a session exists.
            session.Transport.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Revokes the token and thereby disconnects every program that uses this credential: Personio issues the same
    /// token to all of them.
    /// </summary>
    /// <exception cref="PersonioException">The token could not be revoked.</exception>
    public Task RevokeAsync(IActivityLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Transport.RevokeAsync(log, cancellationToken);
    }

    // Reads the rows of a listing page by page, as they are used.
    internal PageReader<T> CreateReader<T>(
        IActivityLog log, ApiRequest first, int? limit = null, SemaphoreSlim? turn = null) =>
        new(Transport, log, first, limit, EnvelopeReader.ReadPage<T>, Identity.Get, turn)
        {
            Complete = (rows, cancellationToken) => CompleteAsync(rows, log, cancellationToken),
        };

    // Adds what the JSON of a row does not contain: the last day of an absence depends on the company.
    internal async ValueTask<IReadOnlyList<T>> CompleteAsync<T>(
        IReadOnlyList<T> rows, IActivityLog log, CancellationToken cancellationToken) =>
        rows is IReadOnlyList<AbsencePeriod> absences
            ? (IReadOnlyList<T>)await AbsenceEnds.ReadAsync(absences, log, cancellationToken).ConfigureAwait(false)
            : rows;

    /// <summary>Marks an object as coming from this session.</summary>
    /// <param name="item">The object; ignored unless it is an object of the API.</param>
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
