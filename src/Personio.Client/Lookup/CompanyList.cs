namespace Personio.Client;

/// <summary>Describes a list of a company: how to read it, and the ids and names of its entries.</summary>
/// <typeparam name="T">The type of its entries.</typeparam>
public sealed record CompanyList<T> : ICompanyList
    where T : class
{
    private readonly Endpoint _listing;

    internal CompanyList(Endpoint listing, Func<T, string?> idOf, Func<T, string?> nameOf)
    {
        _listing = listing;
        Noun = Key = listing.Noun ?? "";
        IdOf = idOf;
        NameOf = nameOf;
    }

    /// <inheritdoc/>
    public string Key { get; internal init; }

    /// <inheritdoc/>
    public string Noun { get; }

    /// <inheritdoc/>
    public string Words => string.Concat(
        Key.Select((letter, at) => (at > 0 && char.IsUpper(letter) ? " " : "") + char.ToLowerInvariant(letter)));

    /// <inheritdoc/>
    public string PluralWords => Words.EndsWith('y') ? $"{Words[..^1]}ies" : $"{Words}s";

    /// <summary>Returns the id of an entry; null if it has none.</summary>
    public Func<T, string?> IdOf { get; internal init; }

    /// <summary>Returns the name of an entry; null if it has none.</summary>
    public Func<T, string?> NameOf { get; internal init; }

    /// <summary>
    /// Whether the session caches the entries themselves and not just their names. Most lists are only needed for their
    /// names, and there may be thousands of projects.
    /// </summary>
    public bool IsCachedWhole { get; internal init; }

    /// <summary>The requests that list the entries; most lists need one.</summary>
    public IReadOnlyList<ApiRequest> Requests => Parts.Count > 0
        ? [.. Parts.SelectMany(part => part.Requests)]
        : [_listing.For().With("type", Type)];

    // Gets one entry; null if the API has no such request.
    internal Endpoint? ItemEndpoint { get; init; }

    // The type to request from an endpoint with entries of several types.
    internal string? Type { get; init; }

    // The lists it consists of, each of which is read separately.
    internal IReadOnlyList<CompanyList<T>> Parts { get; init; } = [];

    // Whether an entry of the listing belongs to this list.
    internal Func<T, bool> Has { get; init; } = _ => true;

    /// <summary>
    /// The requests that get an entry by id, of which one or more may find it; empty if the API has no such request.
    /// </summary>
    public IReadOnlyList<ApiRequest> RequestsFor(string id) => Parts.Count > 0
        ? [.. Parts.SelectMany(part => part.RequestsFor(id))]
        : ItemEndpoint is null ? [] : [ItemEndpoint.For(id).With("type", Type)];

    /// <summary>Whether the two are the same list.</summary>
    public bool Equals(CompanyList<T>? other) => other?.Key == Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Key;

    Task<IReadOnlyList<NamedEntry>> ICompanyList.ReadNamesAsync(
        PersonioClient client, CancellationToken cancellationToken) =>
        ReadNamesAsync(client, cancellationToken);

    internal Task<IReadOnlyList<T>> ReadAsync(PersonioClient client, CancellationToken cancellationToken) =>
        IsCachedWhole
            ? client.ReadCachedAsync(
                _listing.Name, token => client.ListAllAsync<T>(_listing.For(), token), cancellationToken)
            : throw new InvalidOperationException($"The session keeps the names of {PluralWords} alone.");

    // The session caches the result, so that finding a name does not need another request.
    internal async Task<IReadOnlyList<T>> ReadCurrentAsync(PersonioClient client, CancellationToken cancellationToken)
    {
        if (IsCachedWhole)
        {
            return await ReadAsync(client.Fresh, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<T>? rows = null;
        await client.Fresh.ReadCachedAsync(
            Key,
            async token => Names(rows = await client.ListAllAsync<T>(Requests[0], token).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        // Another caller may have read the names in the meantime.
        return rows ?? await client.ListAllAsync<T>(Requests[0], cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<NamedEntry>> ReadNamesAsync(
        PersonioClient client, CancellationToken cancellationToken)
    {
        if (Parts.Count > 0)
        {
            var all = new List<NamedEntry>();
            foreach (CompanyList<T> part in Parts)
            {
                all.AddRange(await part.ReadNamesAsync(client, cancellationToken).ConfigureAwait(false));
            }

            return all;
        }

        return IsCachedWhole
            ? Names(await ReadAsync(client, cancellationToken).ConfigureAwait(false))
            : await client.ReadCachedAsync(
                Key,
                async token => Names(await client.ListAllAsync<T>(Requests[0], token).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
    }

    private IReadOnlyList<NamedEntry> Names(IEnumerable<T> rows) =>
    [
        .. rows
            .Where(row => Has(row) && !string.IsNullOrWhiteSpace(IdOf(row)))
            .Select(row => NameOf(row)?.Trim() is { Length: > 0 } name
                ? new NamedEntry(IdOf(row)!, name)
                : new NamedEntry(IdOf(row)!, IdOf(row)!) { IsNamed = false })
            .Distinct()
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
