using System.Net;

namespace Personio.Sandbox.Http;

/// <summary>One complete request.</summary>
internal sealed class HttpRequest(string method, string target, Dictionary<string, string> headers)
{
    private string? _path;
    private string[]? _segments;
    private List<KeyValuePair<string, string>>? _query;

    public string Method { get; } = method;

    public string Target { get; } = target;

    public Dictionary<string, string> Headers { get; } = headers;

    public byte[] Body { get; set; } = [];

    public bool KeepAlive { get; init; } = true;

    public string RawPath => QueryStart < 0 ? Target : Target[..QueryStart];

    public string QueryText => QueryStart < 0 ? "" : Target[(QueryStart + 1)..];

    /// <summary>The decoded path, for reading and comparing.</summary>
    public string Path => _path ??= Uri.UnescapeDataString(RawPath);

    /// <summary>The decoded segments of the path; an encoded slash stays inside its segment.</summary>
    public string[] Segments => _segments ??= SplitPath();

    public IReadOnlyList<KeyValuePair<string, string>> Query => _query ??= ParsePairs(QueryText);

    private int QueryStart => Target.IndexOf('?', StringComparison.Ordinal);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Parses `a=b&amp;c=d`, the format of query strings and token requests.</summary>
    public static List<KeyValuePair<string, string>> ParsePairs(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (string part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? part : part[..equals];
            string value = equals < 0 ? "" : part[(equals + 1)..];
            pairs.Add(new(WebUtility.UrlDecode(key), WebUtility.UrlDecode(value)));
        }

        return pairs;
    }

    private string[] SplitPath()
    {
        string[] parts = RawPath.Trim('/').Split('/');
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Uri.UnescapeDataString(parts[i]);
        }

        return parts;
    }
}
