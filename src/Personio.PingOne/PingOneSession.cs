using System.Diagnostics;
using System.Net;
using Personio.Models;
using Personio.Rest.Auth;

namespace Personio.PingOne;

/// <summary>
/// A connection to one PingOne environment, with its token, its pacing, and its cached schema and populations.
/// Thread-safe: threads may share a session. Never reveals the token or the secret.
/// </summary>
[DebuggerDisplay("{Name}: {EnvironmentName}")]
public sealed class PingOneSession : IServiceSession
{
    private readonly PingOneSessionOptions _options;
    private int _disposed;

    private PingOneSession(PingOneSessionOptions options)
    {
        _options = options with { Credential = new NetworkCredential(options.Credential.UserName, "") };
        Transport = new ApiTransport(options.ToTransportOptions());
        Directory = new DirectoryCache(options.Time);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <summary>The name of the environment.</summary>
    public string? EnvironmentName => Environment?.Name;

    /// <summary>The type of the environment, PRODUCTION or SANDBOX. Other values are possible.</summary>
    public string? EnvironmentType => Environment?.Type;

    /// <summary>The region according to the environment, for example EU. Other values are possible.</summary>
    public string? Region => Environment?.Region ?? _options.Region?.Code;

    /// <summary>The ID of the managed environment.</summary>
    public string EnvironmentId => _options.EnvironmentId.ToString("D");

    /// <summary>The ID of the environment in which the worker app was created.</summary>
    public string AuthEnvironmentId => (_options.AuthEnvironmentId ?? _options.EnvironmentId).ToString("D");

    /// <summary>The client ID of the worker app, which is not a secret.</summary>
    public string ClientId => _options.Credential.UserName;

    /// <summary>The origin of the API.</summary>
    public Uri ApiBaseUri => _options.ApiBaseUri;

    /// <summary>The origin of the authentication host.</summary>
    public Uri AuthBaseUri => _options.AuthBaseUri;

    /// <summary>When the token expires; it is renewed in time. Null if PingOne gave no lifetime.</summary>
    public DateTimeOffset? TokenExpiresAt => Token is { Lifetime: { } lifetime } token
        ? _options.Time.GetUtcNow() + lifetime - _options.Time.GetElapsedTime(token.ReceivedAt)
        : null;

    /// <summary>When the session was connected.</summary>
    public DateTimeOffset ConnectedAt { get; private set; }

    /// <summary>The maximum number of requests per second.</summary>
    public int RequestsPerSecond => _options.RequestsPerSecond;

    /// <summary>The maximum number of retries per request.</summary>
    public int MaxRetry => _options.MaxRetry;

    /// <summary>The time limit of one try.</summary>
    public TimeSpan Timeout => _options.Timeout;

    /// <inheritdoc/>
    public bool IsConnected => Volatile.Read(ref _disposed) == 0;

    /// <summary>The environment and its type, as shown in prompts: <c>Workforce [PRODUCTION]</c>.</summary>
    public string EnvironmentLabel => EnvironmentType is { } type
        ? $"{EnvironmentName ?? EnvironmentId} [{type}]"
        : EnvironmentName ?? EnvironmentId;

    internal ApiTransport Transport { get; }

    internal DirectoryCache Directory { get; }

    internal TimeProvider Time => _options.Time;

    private PingOneEnvironment? Environment { get; set; }

    private AccessToken? Token => IsConnected ? Transport.Tokens.Current : null;

    /// <summary>
    /// Creates a session: gets its first token and reads the environment, which verifies host, ID and role.
    /// </summary>
    /// <exception cref="PersonioException">The credential, region or environment is wrong
    /// (<c>AuthenticationFailed</c>), the app is valid but the managed environment does not exist (<c>NotFound</c>),
    /// the app has no role on it (<c>AccessDenied</c>), or the connection failed.</exception>
    public static async Task<PingOneSession> ConnectAsync(
        PingOneSessionOptions options, IActivityLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        var session = new PingOneSession(options with
        {
            ApiBaseUri = OriginRules.Check(options.ApiBaseUri, "api.pingone.eu"),
            AuthBaseUri = OriginRules.Check(options.AuthBaseUri, "auth.pingone.eu"),
        });
        try
        {
            await session.Transport.ConnectAsync(log, cancellationToken).ConfigureAwait(false);
            session.Environment = await session.ReadEnvironmentAsync(log, cancellationToken).ConfigureAwait(false);
            session.ConnectedAt = options.Time.GetUtcNow();
            return session;
        }
        catch
        {
            // The companion still belongs to the caller until a session exists to own it.
            session.Transport.Dispose();
            throw;
        }
    }

    // The app got its token, so a 404 means that the managed environment is wrong.
    private async Task<PingOneEnvironment> ReadEnvironmentAsync(IActivityLog log, CancellationToken cancellationToken)
    {
        try
        {
            return await new PingOneClient(this, log).GetEnvironmentAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PersonioException missing) when (missing.Kind == ErrorKind.NotFound)
        {
            throw missing.As(
                ErrorKind.NotFound,
                $"Environment {EnvironmentId} was not found at {ApiBaseUri.Authority}. Check the id under "
                + "Settings > Environment Properties in the PingOne console, and the region.",
                "Environment");
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
