using System.Text.Json.Serialization;

namespace Personio.Sandbox;

/// <summary>A failure to inject into matching requests.</summary>
public sealed class SandboxFault
{
    private int _hits;

    /// <summary>The HTTP method to match; null matches all.</summary>
    public string? Method { get; set; }

    /// <summary>The prefix of the paths to match; null matches all.</summary>
    public string? PathPrefix { get; set; }

    /// <summary>A regular expression for the paths to match; null matches all.</summary>
    public string? PathPattern { get; set; }

    /// <summary>The kind of failure.</summary>
    public FaultKind Kind { get; set; }

    /// <summary>The status of the response; 0 for the default of the kind.</summary>
    public int Status { get; set; }

    /// <summary>The body of the response, or the target of a redirect or of a wrong next link.</summary>
    public string? Body { get; set; }

    /// <summary>The content type of the response; null for the default of the kind.</summary>
    public string? ContentType { get; set; }

    /// <summary>Headers to add to the response.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many matching requests to hit; -1 for no limit.</summary>
    public int Times { get; set; } = 1;

    /// <summary>How many matching requests to let through first.</summary>
    public int Skip { get; set; }

    /// <summary>The probability that a matching request is hit, from 0 to 1.</summary>
    public double Probability { get; set; } = 1;

    /// <summary>The seed of the probability: the same seed hits the same requests again.</summary>
    public int Seed { get; set; }

    /// <summary>Whether the request is processed before its response is lost.</summary>
    public bool AfterProcessing { get; set; }

    /// <summary>How many requests were hit so far.</summary>
    [JsonIgnore]
    public int Hits => Volatile.Read(ref _hits);

    internal void Count() => Interlocked.Increment(ref _hits);
}
