using System.Net;

namespace Personio.Rest;

/// <summary>What a session with any service is made from.</summary>
public abstract record ServiceSessionOptions
{
    /// <summary>Client id and client secret.</summary>
    public required NetworkCredential Credential { get; init; }

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

    internal TransportOptions Complete(TransportOptions transport) => transport with
    {
        MaxRetry = MaxRetry,
        Timeout = Timeout,
        Time = Time,
        Dice = Dice,
        Network = Network,
    };
}
