using Personio.Client.Json;

namespace Personio.Client;

/// <summary>The operations of the API on <see cref="Endpoints"/>. Lightweight: create one for each use.</summary>
public sealed class PersonioClient
{
    private readonly PersonioSession _session;
    private readonly IActivityLog _log;
    private readonly CachePolicy _cachePolicy;
    private readonly long _since;

    /// <summary>Creates a client for a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="log">Receives diagnostics.</param>
    /// <param name="cachePolicy">How to use the lists and names that the session caches.</param>
    public PersonioClient(PersonioSession session, IActivityLog log, CachePolicy cachePolicy = CachePolicy.Kept)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(log);
        _session = session;
        _log = log as RedactingLog ?? new RedactingLog(log, session.Transport.Redactor);
        _cachePolicy = cachePolicy;
        _since = session.Timestamp;
    }

    private PersonioClient(PersonioClient other, CachePolicy cachePolicy, IActivityLog? log = null)
        : this(other._session, log ?? other._log, cachePolicy) => _since = other._since;

    /// <summary>Returns the same client, reporting unreadable rows to a callback.</summary>
    internal PersonioClient ReportingTo(Action<PersonioException> unreadable) =>
        new(this, _cachePolicy, new FaultLog(_log, unreadable));

    /// <summary>The same client, which ignores lists and names cached before it was created.</summary>
    public PersonioClient Fresh =>
        _cachePolicy == CachePolicy.Fresh ? this : new PersonioClient(this, CachePolicy.Fresh);

    /// <summary>The same client, which reuses cached access errors of lists for up to ten minutes.</summary>
    public PersonioClient WithCachedErrors =>
        _cachePolicy == CachePolicy.Kept ? new PersonioClient(this, CachePolicy.Background) : this;

    /// <summary>Looks up the persons of the company.</summary>
    public KnownPersons Persons => field ??= new KnownPersons(this, _session, CachedSince);

    /// <summary>Finds the open-ended absences that a listing may lack.</summary>
    public OpenEndedAbsences OpenEndedAbsences => field ??= new OpenEndedAbsences(this, _session, CachedSince);

    /// <summary>Uploads and downloads.</summary>
    public FileTransfer Files => field ??= new FileTransfer(this, _session);

    internal PersonioSession Session => _session;

    internal IActivityLog Log => _log;

    /// <summary>Lists rows, reading each page as it is needed.</summary>
    /// <param name="request">The listing and its filters.</param>
    /// <param name="first">The maximum number of rows; null for all.</param>
    /// <param name="cancellationToken">Cancels the listing and any pages being read ahead.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<T> ListAsync<T>(
        ApiRequest request, int? first = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return InstantListing<T>.Handles(request)
            ? new InstantListing<T>(_session, (some, most) => ListPlainAsync<T>(some, most, cancellationToken))
                .ReadAsync(request, first, cancellationToken)
            : ListPlainAsync<T>(request, first, cancellationToken);
    }

    private IAsyncEnumerable<T> ListPlainAsync<T>(ApiRequest request, int? first, CancellationToken cancellationToken)
    {
        int size = request.Endpoint.PageSize;
        bool isSized = size == 0 || request.Query.Any(pair => pair.Key == "limit");
        ApiRequest limited = isSized ? request : request.WithLimit(Math.Clamp(first ?? size, 1, size));
        return request.Endpoint == Endpoints.ListCompensations
            ? new CompensationListing<T>(this, _session.CompensationTurns, first)
                .ReadAsync(limited, cancellationToken)
            : ListingInParts.Read(
                limited, part => PagesAsync<T>(part, first, null, cancellationToken), first, _log);
    }

    /// <summary>
    /// Lists rows over a span of days, ordered by day; a large listing is read in concurrent windows.
    /// </summary>
    /// <param name="query">The listing.</param>
    /// <param name="cancellationToken">Cancels the listing and any pages being read ahead.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<T> ListDaysAsync<T>(WindowedQuery<T> query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ListingInParts.Read(
            query,
            some => new WindowedListing<T>(_session, _log, some, _session.Today).ReadAsync(cancellationToken),
            _log);
    }

    /// <summary>Lists all rows into memory, for small listings that are needed as a whole.</summary>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public async Task<IReadOnlyList<T>> ListAllAsync<T>(
        ApiRequest request, CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await foreach (T row in ListAsync<T>(request, null, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>
    /// Lists all rows into memory and fails if any row is unreadable, because a change depends on it.
    /// </summary>
    /// <exception cref="PersonioException">A page or one of its rows could not be read.</exception>
    public Task<IReadOnlyList<T>> ListStrictAsync<T>(
        ApiRequest request, CancellationToken cancellationToken = default) =>
        ReportingTo(fault => throw fault).ListAllAsync<T>(request, cancellationToken);

    /// <summary>Gets one object.</summary>
    /// <exception cref="PersonioException">
    /// The object does not exist (<c>NotFound</c>) or could not be read.
    /// </exception>
    public Task<T> GetAsync<T>(ApiRequest request, CancellationToken cancellationToken = default) =>
        SendForObjectAsync<T>(request, cancellationToken);

    /// <summary>
    /// Gets objects by id, many per request, through the <c>id</c> filter of a listing. An id that Personio rejects as
    /// malformed does not affect the others: its batch is halved until the id is on its own.
    /// </summary>
    /// <param name="listing">A listing with a filter <c>id</c>.</param>
    /// <param name="ids">The ids. If there are too many for one request, several are sent in sequence.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="PersonioException">A request failed as a whole; no further requests were sent.</exception>
    public Task<LookupResult<T>> GetManyAsync<T>(
        Endpoint listing, IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
        where T : ApiObject
    {
        ArgumentNullException.ThrowIfNull(listing);
        ArgumentNullException.ThrowIfNull(ids);
        return new BatchGet<T>(this, listing).FindAsync(ids, cancellationToken);
    }

    /// <summary>Creates an object.</summary>
    /// <returns>Personio's response: often just the id.</returns>
    /// <exception cref="PersonioException">The request was rejected, or its outcome is unknown.</exception>
    public Task<T> CreateAsync<T>(ApiRequest request, CancellationToken cancellationToken = default) =>
        SendForObjectAsync<T>(request, cancellationToken);

    /// <summary>Sends a change whose response contains nothing but the confirmation.</summary>
    /// <exception cref="PersonioException">The request was rejected, or its outcome is unknown.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken = default) =>
        SendAndInvalidateAsync(request, cancellationToken);

    /// <summary>Sends any request and returns the raw response, for endpoints without a model.</summary>
    /// <exception cref="PersonioException">The request was rejected, or there was no response.</exception>
    public async Task<RawResponse> InvokeAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ApiResponse answer = await SendAndInvalidateAsync(request, cancellationToken).ConfigureAwait(false);
        return new RawResponse(request, answer);
    }

    /// <summary>
    /// Returns how the company writes the last day of absences, for a change. If the session does not know it yet, it
    /// looks at absences of the company. Unproven if they are inconclusive or may not be read.
    /// </summary>
    /// <exception cref="PersonioException">
    /// Absences could not be read for a reason other than missing access.
    /// </exception>
    public Task<AbsenceEndReading> GetAbsenceEndReadingAsync(CancellationToken cancellationToken = default) =>
        _session.AbsenceEnds.GetForWritingAsync(_log, cancellationToken);

    /// <summary>Compares the first absence written in the session with the request.</summary>
    /// <param name="absencePeriodId">The id of the absence.</param>
    /// <param name="requested">The requested days.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>
    /// The booked days if they differ from the requested ones by more than weekends; null if they do not, or if nothing
    /// was compared.
    /// </returns>
    public Task<AbsenceDays?> CheckWrittenAsync(
        string absencePeriodId, AbsenceDays requested, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requested);
        return _session.AbsenceEnds.CheckWrittenAsync(absencePeriodId, requested, _log, cancellationToken);
    }

    private long CachedSince => _cachePolicy == CachePolicy.Fresh ? _since : long.MinValue;

    /// <summary>Reads the pages of one listing.</summary>
    internal IAsyncEnumerable<T> PagesAsync<T>(
        ApiRequest request, int? first, SemaphoreSlim? turn, CancellationToken cancellationToken) =>
        _session.CreateReader<T>(_log, request, first, turn).ReadAsync(cancellationToken);

    internal Task<T> ReadCachedAsync<T>(
        string key, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        _session.Lists.GetAsync(key, read, _cachePolicy, _since, cancellationToken);

    private async Task<T> SendForObjectAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiResponse answer = await SendAndInvalidateAsync(request, cancellationToken).ConfigureAwait(false);
        T one = answer.Read(request, EnvelopeReader.ReadObject<T>);
        // Without an id, it is unknown whether the object was created, and it cannot be used.
        return one is ApiObject { HasIdentity: false }
            ? throw ResponseErrors.Unexpected(request, answer.Status, null, "it has no id")
            : (await _session.CompleteAsync([one], _log, cancellationToken).ConfigureAwait(false))[0];
    }

    // Whatever the response, a change to a person may give an email address a different owner, and a change to an
    // absence may make it open-ended.
    private async Task<ApiResponse> SendAndInvalidateAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await _session.Transport.SendAsync(request, _log, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!request.Endpoint.IsRead)
            {
                InvalidateCaches(request.Path);
            }
        }
    }

    private void InvalidateCaches(string path)
    {
        if (path.StartsWith(Endpoints.ListPersons.Path, StringComparison.OrdinalIgnoreCase)
            && !path.Contains("/employments", StringComparison.OrdinalIgnoreCase))
        {
            _session.PersonAddresses.Clear();
        }

        if (path.StartsWith(Endpoints.ListAbsencePeriods.Path, StringComparison.OrdinalIgnoreCase))
        {
            _session.OpenEnds.Clear();
        }
    }
}
