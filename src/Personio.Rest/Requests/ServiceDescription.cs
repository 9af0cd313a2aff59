using System.Net;
using System.Text.Json;
using Personio.Rest.Http;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>
/// What the HTTP pipeline has to know about a service. One instance per service; settings of a single session are in
/// <see cref="TransportOptions"/>.
/// </summary>
internal sealed record ServiceDescription
{
    /// <summary>The name of the service, as used in messages.</summary>
    public required string Name { get; init; }

    /// <summary>The token endpoint: its path, and its name in messages.</summary>
    public required Endpoint TokenEndpoint { get; init; }

    /// <summary>The endpoint for token revocation (RFC 7009); null if the service has none.</summary>
    public Endpoint? RevocationEndpoint { get; init; }

    /// <summary>The headers of its token buckets; null if it announces none and the rate has to be learned.</summary>
    public BucketHeaders? Bucket { get; init; }

    /// <summary>How fast requests are sent until a bucket is announced, or always if none is.</summary>
    public Pacing Pacing { get; init; } = new();

    /// <summary>Writes the body of a request as JSON, in UTF-8.</summary>
    public required Func<object, byte[]> WriteBody { get; init; }

    /// <summary>Returns the headers of one request beyond those of the session.</summary>
    public Func<ApiRequest, IEnumerable<KeyValuePair<string, string>>> HeadersOf { get; init; } = _ => [];

    /// <summary>Whether the value of a query parameter contains nothing personal, so that logs may show it.</summary>
    public Func<string, bool> IsLoggable { get; init; } = _ => false;

    /// <summary>Extracts messages, trace ID and codes from the body of an error.</summary>
    public required Func<JsonElement, ErrorParts> ReadError { get; init; }

    /// <summary>The header with the trace ID, used if the body has none; null if the service sends none.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>Returns what an error means beyond its status; null if the status is enough.</summary>
    public Func<Endpoint, HttpStatusCode, ErrorBody, KnownError?> Explain { get; init; } = (_, _, _) => null;

    /// <summary>
    /// Whether a response comes from a gateway that does not know the endpoint. For an endpoint that answered before,
    /// that is temporary, like a gateway's 502.
    /// </summary>
    public Func<HttpStatusCode, ReadOnlyMemory<byte>, bool> IsGatewayMiss { get; init; } = (_, _) => false;

    /// <summary>
    /// Whether the body of a 403 to a path says that the token is invalid; null if the service reports that with a 401.
    /// </summary>
    public Func<string, string, bool>? RejectsToken { get; init; }

    /// <summary>Whether the body of a response with a success status reports an error.</summary>
    public Func<ReadOnlyMemory<byte>, bool> HidesFailure { get; init; } = _ => false;

    /// <summary>Returns what to do if a permission for an endpoint is missing.</summary>
    public required Func<Endpoint, string> MissingRightAdvice { get; init; }

    /// <summary>Returns what to check if the service rejects the credential, depending on its answer.</summary>
    public required Func<ErrorBody, string> CredentialAdvice { get; init; }
}
