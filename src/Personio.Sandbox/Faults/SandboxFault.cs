using System.Text.Json.Serialization;

namespace Personio.Sandbox;

/// <summary>A failure that is waiting for requests to hit.</summary>
public sealed class SandboxFault
{
    private int _hits;

    /// <summary>The HTTP method to hit; null hits all.</summary>
    public string? Method { get; set; }

    /// <summary>The beginning of the paths to hit; null hits all.</summary>
    public string? PathPrefix { get; set; }

    /// <summary>A regular expression for the paths to hit; null hits all.</summary>
    public string? PathPattern { get; set; }

    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; set; }

    /// <summary>The status of the response; 0 takes the usual one of the kind.</summary>
    public int Status { get; set; }

    /// <summary>The body of the response, or the target of a redirect or of a wrong next link.</summary>
    public string? Body { get; set; }

    /// <summary>The content type of the response; null takes the usual one of the kind.</summary>
    public string? ContentType { get; set; }

    /// <summary>Headers to add to the response.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many matching requests are hit; -1 hits forever.</summary>
    public int Times { get; set; } = 1;

    /// <summary>How many matching requests are let through before.</summary>
    public int Skip { get; set; }

    /// <summary>The chance of a matching request to be hit, between 0 and 1.</summary>
    public double Probability { get; set; } = 1;

    /// <summary>Another seed, other luck: the same seed hits the same requests again.</summary>
    public int Seed { get; set; }

    /// <summary>Whether the request is carried out before its response is lost.</summary>
    public bool AfterProcessing { get; set; }

    /// <summary>How many requests were hit so far.</summary>
    [JsonIgnore]
    public int Hits => Volatile.Read(ref _hits);

    internal void Count() => Interlocked.Increment(ref _hits);
}
