using System.Net;

namespace Personio.Client;

/// <summary>What a session is made from.</summary>
public sealed record SessionOptions
{
    /// <summary>Where Personio's API is.</summary>
    public static readonly Uri DefaultBaseUri = new("https://api.personio.de");

    /// <summary>The name of the session.</summary>
    public string Name { get; init; } = "Default";

    /// <summary>The origin of the API: https, or http on this machine; no path.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>Client id and client secret.</summary>
    public required NetworkCredential Credential { get; init; }

    /// <summary>Who is calling, for Personio's support: UPPER_SNAKE_CASE, or null.</summary>
    public string? AppId { get; init; }

    /// <summary>The partner calling, for Personio's support: UPPER_SNAKE_CASE, or null.</summary>
    public string? PartnerId { get; init; }

    /// <summary>The scopes asked for; none means all that the credential has.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

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
}
