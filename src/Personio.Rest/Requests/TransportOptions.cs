using System.Net.Http.Headers;
using Personio.Rest.Auth;

namespace Personio.Rest;

/// <summary>Settings of one session's HTTP pipeline.</summary>
internal sealed record TransportOptions
{
    /// <summary>The service at its end.</summary>
    public required ServiceDescription Service { get; init; }

    /// <summary>The name of the session, for messages.</summary>
    public required string SessionName { get; init; }

    /// <summary>The origin of the API; tokens are sent nowhere else.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>
    /// How tokens are asked for, and where: that may be another host than the API. Null for what is public: its requests
    /// carry no token.
    /// </summary>
    public ClientCredentialsGrant? Grant { get; init; }

    /// <summary>Who is calling.</summary>
    public required ProductInfoHeaderValue UserAgent { get; init; }

    /// <summary>Headers that every request of the session carries.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How often a request is sent again at most.</summary>
    public int MaxRetry { get; init; } = 5;

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Chance, from 0 (inclusive) to 1 (exclusive), by which waits are spread.</summary>
    public Func<double> Dice { get; init; } = Random.Shared.NextDouble;

    /// <summary>What stands for the network, in tests; null for sockets.</summary>
    public HttpMessageHandler? Network { get; init; }
}
