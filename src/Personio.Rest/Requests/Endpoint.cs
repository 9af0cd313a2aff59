using System.Globalization;
using Personio.Rest.Http;

namespace Personio.Rest;

/// <summary>One endpoint of the API: everything that a request to it needs to know.</summary>
/// <param name="Name">The name of the endpoint, for example <c>ListPersons</c>; also the key of its token
/// bucket.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template, for example <c>/v2/persons/{id}</c>. Placeholders are filled in order.</param>
/// <param name="PageSize">The largest <c>limit</c> the endpoint accepts; 0 if it has no pages.</param>
/// <param name="Scope">The OAuth scope it requires; null if the service documents none.</param>
/// <param name="Beta">Whether the service hides the endpoint unless a request opts in to beta features.</param>
public sealed record Endpoint(
    string Name, HttpMethod Method, string Path, int PageSize, string? Scope, bool Beta)
{
    /// <summary>The API version at the beginning of the path; 0 if the path has none.</summary>
    public int Version =>
        Path.Length > 3 && Path[1] == 'v' && char.IsAsciiDigit(Path[2]) && Path[3] == '/' ? Path[2] - '0' : 0;

    /// <summary>
    /// The kind of object it is about, in the singular, for example <c>LegalEntity</c>; null if it is not about one.
    /// </summary>
    public string? Noun { get; init; }

    /// <summary>
    /// The part of the service to which access is granted as a whole, for example <c>Absence</c>; null if none.
    /// </summary>
    public string? Area { get; init; }

    /// <summary>The members of its bodies whose values must never be shown, even if the server repeats them.</summary>
    public IReadOnlyList<string> SecretMembers { get; init; } = [];

    /// <summary>
    /// The most IDs that one request contains, in its query or body. Fifty UUIDs take 2 kB, well below the limits of
    /// gateways.
    /// </summary>
    public int MaxIdsPerRequest { get; init; } = 50;

    /// <summary>Whether requests for further pages contain only the cursor.</summary>
    public bool SendsCursorAlone { get; init; }

    /// <summary>
    /// Whether an empty page is the end of the list, whatever link it has. All other lists end with a page without a
    /// link.
    /// </summary>
    public bool EndsWithEmptyPage { get; init; }

    /// <summary>
    /// Whether sending a request twice has the same effect as sending it once, so that it may be retried.
    /// </summary>
    public bool IsIdempotent { get; init; } = Method == HttpMethod.Get || Method == HttpMethod.Delete;

    /// <summary>How fast requests to it are sent; null for the service's default.</summary>
    internal Pacing? Pacing { get; init; }

    /// <summary>Whether a request only reads.</summary>
    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Creates a request with the placeholders of the path replaced by the escaped values.</summary>
    /// <param name="values">One value for each placeholder, in order.</param>
    /// <exception cref="PersonioException">A value cannot be part of a path (<c>InvalidRequest</c>).</exception>
    public ApiRequest For(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string path = Path;
        foreach (string value in values)
        {
            int open = path.IndexOf('{', StringComparison.Ordinal);
            int close = path.IndexOf('}', StringComparison.Ordinal);
            if (open < 0)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"{Name} takes fewer than {values.Length} path values."));
            }

            path = string.Concat(path.AsSpan(0, open), ApiRequest.PathSegment(value), path.AsSpan(close + 1));
        }

        return path.Contains('{', StringComparison.Ordinal)
            ? throw new ArgumentException($"{Name} needs more path values: {path}.")
            : new ApiRequest(this, path);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
