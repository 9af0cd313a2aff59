using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Personio.Rest;

/// <summary>A request to send: an endpoint, its filled path, a query and perhaps a body.</summary>
/// <remarks>Immutable: every method returns a changed copy.</remarks>
public sealed record ApiRequest
{
    // Some servers reject longer addresses with a 431. The shorter limit leaves room for what paging adds.
    private const int MaxAddressLength = 8_000;
    private const int PreferredAddressLength = 7_500;

    // The server decides about links that it wrote itself; the runtime accepts no more than twice this length.
    private const int MaxLinkLength = 32_000;

    internal ApiRequest(Endpoint endpoint, string path)
    {
        Endpoint = endpoint;
        Path = path;
    }

    /// <summary>The endpoint of this request.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>The path with its values filled in and escaped, without the query.</summary>
    public string Path { get; }

    /// <summary>The query, in the order it was built.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The object sent as JSON; null for a request without a body.</summary>
    public object? Body { get; init; }

    /// <summary>Whether the request opts in to beta features.</summary>
    public bool Beta { get; init; }

    // The query of a page link, sent as the server wrote it.
    internal string? RawQuery { get; init; }

    internal HttpMethod Method => Endpoint.Method;

    internal string PathAndQuery => Append(RawQuery ?? QueryText(Query));

    /// <summary>The whole address at an origin.</summary>
    /// <exception cref="PersonioException">The address is longer than servers accept
    /// (<c>InvalidRequest</c>).</exception>
    internal Uri AddressAt(Uri origin) =>
        PathAndQuery is var address && address.Length <= (RawQuery is null ? MaxAddressLength : MaxLinkLength)
            ? new Uri(origin, address)
            : throw PersonioException.Invalid(
                $"{Method} {Endpoint.Path} would have an address of {address.Length} characters, and servers take "
                + $"{MaxAddressLength}. Specify fewer or shorter values.");

    /// <summary>
    /// Splits the request into as many parts as needed to keep each address short enough, by splitting the values of
    /// its longest list. A row that matches one of the values is in one of the parts.
    /// </summary>
    internal IReadOnlyList<ApiRequest> Split()
    {
        int longest = Query.Length == 0 || PathAndQuery.Length <= PreferredAddressLength ? -1 : Query.IndexOf(Query
            .MaxBy(pair => pair.Value.Contains(',', StringComparison.Ordinal) ? pair.Value.Length : 0));
        string[] values = longest < 0 ? [] : [.. Query[longest].Value.Split(',').Distinct(StringComparer.Ordinal)];
        return values.Length < 2
            ? [this]
            : [.. new[] { values[..(values.Length / 2)], values[(values.Length / 2)..] }.SelectMany(
                half => WithValue(longest, string.Join(',', half)).Split())];
    }

    /// <summary>
    /// Narrows this request like one part of another: lists equal to those of the whole request become those of the
    /// part.
    /// </summary>
    internal ApiRequest NarrowedAs(ApiRequest part, ApiRequest whole) => this with
    {
        Query =
        [
            .. Query.Select(pair => whole.Query.Contains(pair)
                ? part.Query.First(other => other.Key == pair.Key)
                : pair),
        ],
    };

    /// <summary>Adds a query parameter; a null value adds nothing.</summary>
    public ApiRequest With(string name, string? value) =>
        value is null ? this : this with { Query = Query.Add(new(name, value)) };

    /// <summary>Adds a query parameter with several values, separated by commas; an empty list adds nothing.</summary>
    /// <exception cref="PersonioException">A value is empty or contains a comma (<c>InvalidRequest</c>).</exception>
    public ApiRequest WithAny(string name, IReadOnlyCollection<string>? values) =>
        values is null or { Count: 0 } ? this : With(name, string.Join(',', values.Select(ListValue)));

    /// <summary>Adds a page size, at most the endpoint's maximum.</summary>
    public ApiRequest WithLimit(int limit) =>
        With("limit", Math.Min(limit, Endpoint.PageSize).ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a body that is sent as JSON.</summary>
    public ApiRequest WithBody(object body) => this with { Body = body };

    /// <summary>Escapes a value for use as one segment of a path.</summary>
    /// <exception cref="PersonioException">The value is empty, or would change the path.</exception>
    internal static string PathSegment(string value) =>
        RefusalOf(value) is { } refusal ? throw refusal : Uri.EscapeDataString(value);

    /// <summary>Why a text cannot be an ID; null if it can.</summary>
    public static PersonioException? RefusalOf(string id) =>
        string.IsNullOrWhiteSpace(id) || id is "." or ".." || id.Any(c => char.IsControl(c) || c is ',' or '/' or '\\')
            ? PersonioException.Invalid($"'{id}' is not an id. Specify one id as the service shows it.")
            : null;

    /// <summary>The request in one line for logs, without personal data.</summary>
    /// <param name="isLoggable">Whether the value of a query parameter may be shown.</param>
    internal string Describe(Func<string, bool> isLoggable)
    {
        string loggable = QueryText(Query.Where(pair => RawQuery is null && isLoggable(pair.Key)));
        bool more = RawQuery is not null || !Query.All(pair => isLoggable(pair.Key));
        return $"{Method} {Append(more ? $"{loggable}{(loggable.Length == 0 ? "" : "&")}…" : loggable)}";
    }

    private ApiRequest WithValue(int index, string value) =>
        this with { Query = Query.SetItem(index, new(Query[index].Key, value)) };

    private static string ListValue(string value) =>
        string.IsNullOrWhiteSpace(value) || value.Contains(',', StringComparison.Ordinal) || value.Any(char.IsControl)
            ? throw PersonioException.Invalid(
                $"'{value}' cannot be looked for: specify one value without a comma for each item.")
            : value;

    private static string QueryText(IEnumerable<KeyValuePair<string, string>> query)
    {
        var text = new StringBuilder();
        foreach ((string name, string value) in query)
        {
            // A comma separates values and is allowed unescaped (RFC 3986, section 3.4).
            text.Append(text.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=')
                .AppendJoin(',', value.Split(',').Select(Uri.EscapeDataString));
        }

        return text.ToString();
    }

    private string Append(string query) => query.Length == 0 ? Path : $"{Path}?{query}";
}
