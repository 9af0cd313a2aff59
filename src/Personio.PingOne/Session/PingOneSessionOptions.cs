using System.Net.Http.Headers;
using Personio.Rest.Auth;

namespace Personio.PingOne;

/// <summary>How the worker app authenticates at the token endpoint, as set on its Configuration tab.</summary>
public enum TokenEndpointAuthentication
{
    /// <summary>Client Secret Post.</summary>
    Post,

    /// <summary>Client Secret Basic.</summary>
    Basic,
}

/// <summary>The settings for a PingOne session.</summary>
public sealed record PingOneSessionOptions : ServiceSessionOptions
{
    /// <summary>The number of requests per second that is safe without an announced limit.</summary>
    public const int DefaultRequestsPerSecond = 20;

    /// <summary>The name of the session.</summary>
    public string Name { get; init; } = "PingOne";

    /// <summary>The ID of the managed environment.</summary>
    public required Guid EnvironmentId { get; init; }

    /// <summary>The ID of the environment in which the worker app was created; null for the managed one.</summary>
    public Guid? AuthEnvironmentId { get; init; }

    /// <summary>The region, for messages; null if both addresses are specified.</summary>
    public PingOneRegion? Region { get; init; }

    /// <summary>The origin of the API host.</summary>
    public required Uri ApiBaseUri { get; init; }

    /// <summary>The origin of the authentication host.</summary>
    public required Uri AuthBaseUri { get; init; }

    /// <summary>
    /// Whether the authentication host is a custom domain, whose paths do not include the environment ID.
    /// </summary>
    public bool IsCustomDomain { get; init; }

    /// <summary>How the worker app authenticates.</summary>
    public TokenEndpointAuthentication Authentication { get; init; }

    /// <summary>The name of the calling program in the User-Agent header.</summary>
    public string Product { get; init; } = "Personio-PingOne";

    /// <summary>The maximum number of requests per second.</summary>
    public int RequestsPerSecond { get; init; } = DefaultRequestsPerSecond;

    internal TransportOptions ToTransportOptions() => Complete(new TransportOptions
    {
        Service = PingOneService.Describe(this),
        SessionName = Name,
        BaseUri = ApiBaseUri,
        Grant = new ClientCredentialsGrant(
            TokenEndpoint,
            Credential,
            Authentication == TokenEndpointAuthentication.Basic
                ? ClientAuthentication.HttpBasic
                : ClientAuthentication.FormPost),
        UserAgent = new ProductInfoHeaderValue(
            Product, typeof(PingOneSessionOptions).Assembly.GetName().Version?.ToString(3)),
    });

    private Uri TokenEndpoint => new(
        AuthBaseUri, IsCustomDomain ? "/as/token" : $"/{AuthEnvironmentId ?? EnvironmentId:D}/as/token");
}
