namespace Personio.Rest.Auth;

/// <summary>A bearer token and what the token endpoint said about it.</summary>
/// <param name="Value">The secret text.</param>
/// <param name="Scope">The scopes granted, separated by spaces; null if the answer named none.</param>
/// <param name="ReceivedAt">When the token arrived, as a timestamp of the time provider: the system clock may be
/// changed meanwhile.</param>
/// <param name="Lifetime">How long the token is valid from then on; null if unknown.</param>
internal sealed record AccessToken(string Value, string? Scope, long ReceivedAt, TimeSpan? Lifetime)
{
    private static readonly TimeSpan s_renewalLead = TimeSpan.FromSeconds(60);

    // The service reports whole seconds, rounded up, and its answer takes time to arrive.
    private static readonly TimeSpan s_clockTolerance = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The header that carries the token. One string is shared by all requests, because each copy of the secret would
    /// stay in memory until it is collected.
    /// </summary>
    public string Header { get; } = $"Bearer {Value}";

    /// <summary>Whether the service issued this same token before, and so confirmed it.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>
    /// Whether the service is known to reissue the same token until it expires. Renewing early would then only cost a
    /// request.
    /// </summary>
    public bool IsStable { get; init; }

    /// <summary>Whether it is time to request a new token.</summary>
    public bool IsDue(TimeProvider time) => IsStable ? IsExpired(time) : IsEnding(time);

    /// <summary>Whether the token may have expired by the clock of the service.</summary>
    public bool MayHaveExpired(TimeProvider time) =>
        IsEnding(time) || (Lifetime is { } lifetime && time.GetElapsedTime(ReceivedAt) >= lifetime - s_clockTolerance);

    /// <summary>Whether the token has expired.</summary>
    public bool IsExpired(TimeProvider time) =>
        Lifetime is { } lifetime && time.GetElapsedTime(ReceivedAt) >= lifetime;

    /// <summary>A placeholder, never the secret.</summary>
    public override string ToString() => "(token)";

    private bool IsEnding(TimeProvider time) =>
        Lifetime is { } lifetime && time.GetElapsedTime(ReceivedAt) >= lifetime - Min(s_renewalLead, lifetime / 2);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
