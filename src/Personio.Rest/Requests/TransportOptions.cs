using System.Net.Http.Headers;
using Personio.Rest.Auth;

namespace Personio.Rest;

/// <summary>Settings of one session's HTTP pipeline.</summary>
internal sealed record TransportOptions
{
    /// <summary>The service that is called.</summary>
    public required ServiceDescription Service { get; init; }

    /// <summary>The name of the session, for messages.</summary>
    public required string SessionName { get; init; }

    /// <summary>The origin of the API; tokens are sent nowhere else.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>
    /// How and where tokens are requested; the host may differ from the API's. Null for a public API, whose requests
    /// carry no token.
    /// </summary>
    public ClientCredentialsGrant? Grant { get; init; }

    /// <summary>Identifies this program to the service.</summary>
    public required ProductInfoHeaderValue UserAgent { get; init; }

    /// <summary>Headers that every request of the session carries.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The maximum number of retries per request.</summary>
    public int MaxRetry { get; init; } = 5;

    /// <summary>The time limit of one try.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>A random number from 0 (inclusive) to 1 (exclusive) that spreads waits.</summary>
    public Func<double> Dice { get; init; } = Random.Shared.NextDouble;

    /// <summary>Replaces the network in tests; null for sockets.</summary>
    public HttpMessageHandler? Network { get; init; }
}
