using System.Globalization;
using System.Text;
using Personio.Sandbox.Http;

namespace Personio.Sandbox;

/// <summary>A request that the sandbox received.</summary>
public sealed class RecordedRequest
{
    private readonly HttpRequest _request;
    private Dictionary<string, string>? _query;

    internal RecordedRequest(HttpRequest request, DateTimeOffset receivedAt)
    {
        _request = request;
        ReceivedAt = receivedAt;
    }

    /// <summary>The HTTP method.</summary>
    public string Method => _request.Method;

    /// <summary>The decoded path without the query.</summary>
    public string Path => _request.Path;

    /// <summary>The path and query as sent.</summary>
    public string RawTarget => _request.Target;

    /// <summary>The decoded query; values of repeated keys are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Query => _query ??= Join(_request.Query);

    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(_request.Body);

    /// <summary>The status of the response; 0 until it is known.</summary>
    public int Status { get; internal set; }

    /// <summary>The Authorization header.</summary>
    public string? Authorization => _request.Header("Authorization");

    /// <summary>The headers by name, ignoring case.</summary>
    public IReadOnlyDictionary<string, string> Headers => _request.Headers;

    /// <summary>When the request arrived.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Whether the response was lost, because of a fault or because the client disconnected.</summary>
    public bool Aborted { get; private set; }

    /// <summary>Method and target, for messages.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Method} {RawTarget} -> {Status}");

    internal void MarkAborted() => Aborted = true;

    private static Dictionary<string, string> Join(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in pairs)
        {
            joined[pair.Key] = joined.TryGetValue(pair.Key, out string? earlier)
                ? $"{earlier},{pair.Value}"
                : pair.Value;
        }

        return joined;
    }
}
