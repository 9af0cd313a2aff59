namespace Personio.Rest.Auth;

/// <summary>A bearer token and what was said about it.</summary>
/// <param name="Value">The secret text.</param>
/// <param name="Scope">The scopes granted, separated by spaces; null where none were named.</param>
/// <param name="ReceivedAt">When it came, as a timestamp of the time provider: the system clock may be set meanwhile.
/// </param>
/// <param name="Lifetime">How long it is valid from then on; null where nothing was said.</param>
internal sealed record AccessToken(string Value, string? Scope, long ReceivedAt, TimeSpan? Lifetime)
{
    private static readonly TimeSpan s_early = TimeSpan.FromSeconds(60);

    // Whole seconds are told, rounded up, and the answer that tells them takes its time.
    private static readonly TimeSpan s_slack = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The header that carries the token: one text for all requests, because each text stays in memory until the
    /// runtime gets to it.
    /// </summary>
    public string Header { get; } = $"Bearer {Value}";

    /// <summary>Whether the service already gave this text before, and so stands by it.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>
    /// Whether the service is known to give the same text until its end: it is not asked early, which would bring
    /// nothing but a request.
    /// </summary>
    public bool IsStable { get; init; }

    /// <summary>Whether it is time for a new one.</summary>
    public bool IsDue(TimeProvider time) => IsStable ? IsExpired(time) : IsEnding(time);

    /// <summary>Whether it may have ended by the clock of the service.</summary>
    public bool MayHaveEnded(TimeProvider time) =>
        IsEnding(time) || (Lifetime is { } lifetime && time.GetElapsedTime(ReceivedAt) >= lifetime - s_slack);

    /// <summary>Whether it can no longer be used.</summary>
    public bool IsExpired(TimeProvider time) =>
        Lifetime is { } lifetime && time.GetElapsedTime(ReceivedAt) >= lifetime;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "(token)";

    private bool IsEnding(TimeProvider time) =>
        Lifetime is { } lifetime && time.GetElapsedTime(ReceivedAt) >= lifetime - Min(s_early, lifetime / 2);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
