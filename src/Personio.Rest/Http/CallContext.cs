namespace Personio.Rest.Http;

/// <summary>
/// What the handlers need to know about a call beyond the HTTP message. It travels in the message's options.
/// </summary>
/// <param name="BucketKey">The key of the token bucket; null for a request that is not paced.</param>
/// <param name="IsRetryable">Whether the request may be sent again without knowing whether the first try was
/// applied.</param>
/// <param name="Log">Receives notes about waits and retries.</param>
/// <param name="Describe">Describes the request in one line, without personal data.</param>
/// <param name="Target">The seekable stream that a download's body is written to; null to read the body into
/// memory.</param>
internal sealed record CallContext(
    string? BucketKey, bool IsRetryable, IActivityLog Log, Func<string> Describe, Stream? Target = null)
{
    /// <summary>
    /// Whether this server has not answered yet. In that case a missing answer probably means a wrong address, and long
    /// waits do not help.
    /// </summary>
    public bool IsFirstContact { get; init; }

    /// <summary>How fast requests of this bucket are sent; null for the service's default pacing.</summary>
    public Pacing? Pacing { get; init; }

    private static readonly HttpRequestOptionsKey<object?> s_key = new(nameof(CallContext));

    /// <summary>Whether an earlier try may have been applied although its answer was lost or was an error.</summary>
    public bool MayHaveBeenApplied { get; set; }

    /// <summary>
    /// Whether the token was just rejected and another one is available, so that the request is worth sending again.
    /// </summary>
    public bool HasNewToken { get; set; }

    /// <summary>How long this request itself has waited: for its next try, or at the head of its queue.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Whether the bucket served other requests shortly before the latest try ended.</summary>
    public bool IsBucketServing { get; set; }

    /// <summary>How often in a row the request was sent again with another token.</summary>
    public int TokenChanges { get; set; }

    /// <summary>Whether the endpoint has answered a request of this session: it exists and may be used.</summary>
    public bool HasAnsweredBefore { get; init; }

    /// <summary>The context of a request, or a default one without pacing, retries and log.</summary>
    public static CallContext From(HttpRequestMessage request) =>
        request.Options.TryGetValue(s_key, out object? value) && value is CallContext context
            ? context
            : new CallContext(
                null, false, SilentLog.Instance, () => $"{request.Method} {request.RequestUri?.AbsolutePath}");

    /// <summary>Attaches the context to a request.</summary>
    public void AttachTo(HttpRequestMessage request) => request.Options.Set(s_key, this);
}
