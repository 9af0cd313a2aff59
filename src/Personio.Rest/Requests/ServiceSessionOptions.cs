using System.Net;

namespace Personio.Rest;

/// <summary>The settings for a session with any service.</summary>
public abstract record ServiceSessionOptions
{
    /// <summary>The client ID and client secret.</summary>
    public required NetworkCredential Credential { get; init; }

    /// <summary>The maximum number of retries per request.</summary>
    public int MaxRetry { get; init; } = 5;

    /// <summary>The time limit of one try.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>An object that is disposed of with the session, for example a sandbox.</summary>
    public IDisposable? Companion { get; init; }

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal Func<double> Dice { get; init; } = Random.Shared.NextDouble;

    // Replaces the network in tests.
    internal HttpMessageHandler? Network { get; init; }

    internal TransportOptions Complete(TransportOptions transport) => transport with
    {
        MaxRetry = MaxRetry,
        Timeout = Timeout,
        Time = Time,
        Dice = Dice,
        Network = Network,
    };
}
