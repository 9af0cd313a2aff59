using System.Net;
using System.Text.Json;
using Personio.Rest.Http;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>
/// What the HTTP pipeline has to know about the service. One for each service; what belongs to one session is in
/// <see cref="TransportOptions"/>.
/// </summary>
internal sealed record ServiceDescription
{
    /// <summary>The name of the service, as messages say it.</summary>
    public required string Name { get; init; }

    /// <summary>The row of the token endpoint: its path, and what messages call it.</summary>
    public required Endpoint TokenEndpoint { get; init; }

    /// <summary>The row of token revocation (RFC 7009); null where the service has none.</summary>
    public Endpoint? RevocationEndpoint { get; init; }

    /// <summary>The headers of its token buckets; null where it announces none, so that pacing goes by itself.</summary>
    public BucketHeaders? Bucket { get; init; }

    /// <summary>How fast requests go out until a bucket was announced, or always where none is.</summary>
    public Pacing Pacing { get; init; } = new();

    /// <summary>Writes the body of a request as JSON, in UTF-8.</summary>
    public required Func<object, byte[]> WriteBody { get; init; }

    /// <summary>Headers that one request carries beyond those of the session.</summary>
    public Func<ApiRequest, IEnumerable<KeyValuePair<string, string>>> HeadersOf { get; init; } = _ => [];

    /// <summary>Whether the value of a query parameter holds nothing personal, so that logs may show it.</summary>
    public Func<string, bool> IsTellable { get; init; } = _ => false;

    /// <summary>Takes words, trace id and codes out of the body of an error.</summary>
    public required Func<JsonElement, ErrorParts> ReadError { get; init; }

    /// <summary>The header that holds the trace id where the body has none; null where there is no such header.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>What an error means beyond its status; null where the status says it.</summary>
    public Func<Endpoint, HttpStatusCode, ErrorBody, KnownError?> Explain { get; init; } = (_, _, _) => null;

    /// <summary>
    /// Whether an answer is a gateway's word that it knows no such endpoint. From an endpoint that answered before that
    /// passes, like a gateway's 502.
    /// </summary>
    public Func<HttpStatusCode, ReadOnlyMemory<byte>, bool> IsGatewayMiss { get; init; } = (_, _) => false;

    /// <summary>
    /// Whether the body of a 403 to a path says that the token is not valid; null where the service says that with a
    /// 401.
    /// </summary>
    public Func<string, string, bool>? RejectsToken { get; init; }

    /// <summary>Whether a status of success hides a failure.</summary>
    public Func<Endpoint, ReadOnlyMemory<byte>, bool> HidesFailure { get; init; } = (_, _) => false;

    /// <summary>What to do where a right is missing for an endpoint.</summary>
    public required Func<Endpoint, string> MissingRight { get; init; }

    /// <summary>What to check where the service does not accept the credential, by the words of its answer.</summary>
    public required Func<ErrorBody, string> CredentialAdvice { get; init; }
}
