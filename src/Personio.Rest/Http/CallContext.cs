namespace Personio.Rest.Http;

/// <summary>What the handlers need to know about a call besides the HTTP message; travels in its options.</summary>
/// <param name="BucketKey">The key of the token bucket; null for a request that is not paced.</param>
/// <param name="IsRepeatable">Whether it may be sent again without knowing whether the first was carried out.</param>
/// <param name="Log">Who hears of waits and repetitions.</param>
/// <param name="Describe">The request in one line, without anything personal.</param>
/// <param name="Target">
/// Where the body of a successful answer goes instead of into memory, for downloads; seekable.
/// </param>
internal sealed record CallContext(
    string? BucketKey, bool IsRepeatable, IActivityLog Log, Func<string> Describe, Stream? Target = null)
{
    /// <summary>
    /// Whether nothing came from this server yet. Where nobody answers the address is probably wrong, and waiting long
    /// does not help.
    /// </summary>
    public bool IsFirstContact { get; init; }

    /// <summary>How fast the requests of its bucket go out; null for the pacing of the service.</summary>
    public Pacing? Pacing { get; init; }

    private static readonly HttpRequestOptionsKey<object?> s_key = new(nameof(CallContext));

    /// <summary>Whether an earlier try may have been carried out although its answer was lost or an error.</summary>
    public bool MayHaveBeenApplied { get; set; }

    /// <summary>
    /// Whether its token was just rejected and another one is there, so that it is worth to be sent once more.
    /// </summary>
    public bool HasNewToken { get; set; }

    /// <summary>How long it has waited at its own request: for its next try, or at the head of its queue.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Whether its bucket served other requests shortly before its latest try ended.</summary>
    public bool IsBucketServing { get; set; }

    /// <summary>How often in a row it was sent again with another token.</summary>
    public int TokenChanges { get; set; }

    /// <summary>Whether its endpoint answered a request of this session before: it exists, and may be used.</summary>
    public bool HasAnsweredBefore { get; init; }

    /// <summary>The context of a request, or one that asks for nothing.</summary>
    public static CallContext From(HttpRequestMessage request) =>
        request.Options.TryGetValue(s_key, out object? value) && value is CallContext context
            ? context
            : new CallContext(null, false, SilentLog.Instance, () => $"{request.Method} {request.RequestUri?.AbsolutePath}");

    /// <summary>Puts the context on a request.</summary>
    public void AttachTo(HttpRequestMessage request) => request.Options.Set(s_key, this);
}
