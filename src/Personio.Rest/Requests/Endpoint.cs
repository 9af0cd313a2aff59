using System.Globalization;
using Personio.Rest.Http;

namespace Personio.Rest;

/// <summary>One row of the map of the API: what a request to this endpoint needs to know.</summary>
/// <param name="Name">The name of the row, for example <c>ListPersons</c>; also the key of its token bucket.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template, for example <c>/v2/persons/{id}</c>. Placeholders are filled in order.</param>
/// <param name="PageSize">The largest <c>limit</c> the endpoint takes; 0 where it has no pages.</param>
/// <param name="Scope">The OAuth scope it needs, or null where the service names none.</param>
/// <param name="Beta">Whether the service hides it unless a request asks for what is not final.</param>
public sealed record Endpoint(
    string Name, HttpMethod Method, string Path, int PageSize, string? Scope, bool Beta)
{
    /// <summary>The version of the API with which the path begins; 0 where it names none.</summary>
    public int Version =>
        Path.Length > 3 && Path[1] == 'v' && char.IsAsciiDigit(Path[2]) && Path[3] == '/' ? Path[2] - '0' : 0;

    /// <summary>What it is about, in the singular, for example <c>LegalEntity</c>; null where that is no object.</summary>
    public string? Noun { get; init; }

    /// <summary>
    /// The part of the service that opens and closes as a whole, for example <c>Absence</c>; null where none does.
    /// </summary>
    public string? Area { get; init; }

    /// <summary>
    /// The members of its bodies whose values must never be shown, also where the server repeats them.
    /// </summary>
    public IReadOnlyList<string> SecretMembers { get; init; } = [];

    /// <summary>
    /// The most ids that a request names, in its query or body. Fifty UUIDs make a line of 2 kB, well below what gateways
    /// take.
    /// </summary>
    public int MaxIdsPerRequest { get; init; } = 50;

    /// <summary>Whether requests for further pages carry the cursor and nothing else.</summary>
    public bool SendsCursorAlone { get; init; }

    /// <summary>Whether sending a change twice does what sending it once does, so that it may be repeated.</summary>
    public bool IsIdempotent { get; init; } = Method == HttpMethod.Get || Method == HttpMethod.Delete;

    /// <summary>How fast its requests go out; null where it is as the service's others.</summary>
    internal Pacing? Pacing { get; init; }

    /// <summary>Whether a request only reads.</summary>
    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Starts a request: the placeholders of the path are filled with the values, escaped.</summary>
    /// <param name="values">One value for each placeholder, in order.</param>
    /// <exception cref="PersonioException">A value cannot stand in a path (<c>InvalidRequest</c>).</exception>
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
