using System.Net;
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
public sealed record PingOneSessionOptions
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

    /// <summary>Client id and client secret of the worker app.</summary>
    public required NetworkCredential Credential { get; init; }

    /// <summary>How the worker app proves itself.</summary>
    public TokenEndpointAuthentication Authentication { get; init; }

    /// <summary>The name of the program that calls, as the header User-Agent says it.</summary>
    public string Product { get; init; } = "Personio-PingOne";

    /// <summary>The most requests that are sent in a second.</summary>
    public int RequestsPerSecond { get; init; } = DefaultRequestsPerSecond;

    /// <summary>How often a request is sent again at most.</summary>
    public int MaxRetry { get; init; } = 5;

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Something that lives and ends with the session, for example a sandbox.</summary>
    public IDisposable? Companion { get; init; }

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal Func<double> Dice { get; init; } = Random.Shared.NextDouble;

    // Instead of the network, in tests.
    internal HttpMessageHandler? Network { get; init; }

    internal TransportOptions ToTransport() => new()
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
        MaxRetry = MaxRetry,
        Timeout = Timeout,
        Time = Time,
        Dice = Dice,
        Network = Network,
    };

    private Uri TokenEndpoint => new(
        AuthBaseUri, IsCustomDomain ? "/as/token" : $"/{AuthEnvironmentId ?? EnvironmentId:D}/as/token");
}
