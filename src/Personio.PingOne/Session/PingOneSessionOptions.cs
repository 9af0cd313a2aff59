using System.Net.Http.Headers;
using Personio.Rest.Auth;

namespace Personio.PingOne;

/// <summary>How the worker app proves itself at the token endpoint: the setting of its Configuration tab.</summary>
public enum TokenEndpointAuthentication
{
    /// <summary>Client Secret Post.</summary>
    Post,

    /// <summary>Client Secret Basic.</summary>
    Basic,
}

/// <summary>What a session is made from.</summary>
public sealed record PingOneSessionOptions : ServiceSessionOptions
{
    /// <summary>The requests a second that are safe without an announced limit.</summary>
    public const int DefaultRequestsPerSecond = 20;

    /// <summary>The name of the session.</summary>
    public string Name { get; init; } = "PingOne";

    /// <summary>The id of the environment that is managed.</summary>
    public required Guid EnvironmentId { get; init; }

    /// <summary>The id of the environment in which the worker app was created; null for the managed one.</summary>
    public Guid? AuthEnvironmentId { get; init; }

    /// <summary>The region, for messages; null where both addresses are given.</summary>
    public PingOneRegion? Region { get; init; }

    /// <summary>The origin of the API host.</summary>
    public required Uri ApiBaseUri { get; init; }

    /// <summary>The origin of the authentication host.</summary>
    public required Uri AuthBaseUri { get; init; }

    /// <summary>Whether the authentication host is a custom domain, whose paths lack the environment id.</summary>
    public bool IsCustomDomain { get; init; }

    /// <summary>How the worker app proves itself.</summary>
    public TokenEndpointAuthentication Authentication { get; init; }

    /// <summary>The name of the program that calls, as the header User-Agent says it.</summary>
    public string Product { get; init; } = "Personio-PingOne";

    /// <summary>The most requests that are sent in a second.</summary>
    public int RequestsPerSecond { get; init; } = DefaultRequestsPerSecond;

    internal TransportOptions ToTransport() => Complete(new TransportOptions
    {
        Service = PingOneService.Describe(this),
        SessionName = Name,
        BaseUri = ApiBaseUri,
        Grant = new ClientCredentialsGrant(
            TokenEndpoint,
            Credential,
            Authentication == TokenEndpointAuthentication.Basic ? ClientAuthentication.HttpBasic : ClientAuthentication.FormPost),
        UserAgent = new ProductInfoHeaderValue(
            Product, typeof(PingOneSessionOptions).Assembly.GetName().Version?.ToString(3)),
    });

    private Uri TokenEndpoint => new(
        AuthBaseUri, IsCustomDomain ? "/as/token" : $"/{AuthEnvironmentId ?? EnvironmentId:D}/as/token");
}
