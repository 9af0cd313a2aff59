using Personio.Client.Json;

namespace Personio.Client;

/// <summary>The verbs of the API over the rows of <see cref="Endpoints"/>. Light: make one for each use.</summary>
public sealed class PersonioClient
{
    private readonly PersonioSession _session;
    private readonly IActivityLog _log;
    private readonly CachePolicy _use;
    private readonly long _since;

    /// <summary>Makes a client that works in a session and tells a log what it does.</summary>
    /// <param name="session">The session.</param>
    /// <param name="log">The log.</param>
    /// <param name="use">How the lists and names are taken that the session keeps.</param>
    public PersonioClient(PersonioSession session, IActivityLog log, CachePolicy use = CachePolicy.Kept)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(log);
        _session = session;
        _log = log as RedactingLog ?? new RedactingLog(log, session.Transport.Redactor);
        _use = use;
        _since = session.Now;
    }

    private PersonioClient(PersonioClient other, CachePolicy use, IActivityLog? log = null)
        : this(other._session, log ?? other._log, use) => _since = other._since;

    /// <summary>The same client, which tells somebody else of rows that cannot be read.</summary>
    internal PersonioClient ReportingTo(Action<PersonioException> unreadable) =>
        new(this, _use, new FaultLog(_log, unreadable));

    /// <summary>The same client, for which lists and names do not count that are from before it was made.</summary>
    public PersonioClient Fresh => _use == CachePolicy.Fresh ? this : new PersonioClient(this, CachePolicy.Fresh);

    /// <summary>The same client, which asks for a list that was refused no sooner than after ten minutes.</summary>
    public PersonioClient WithCachedRefusals =>
        _use == CachePolicy.Kept ? new PersonioClient(this, CachePolicy.Background) : this;

    /// <summary>Who the persons of the company are.</summary>
    public KnownPersons Persons => field ??= new KnownPersons(this, _session, KeptSince);

    /// <summary>The absences without an end that a listing may lack.</summary>
    public OpenEndedAbsences OpenEndedAbsences => field ??= new OpenEndedAbsences(this, _session, KeptSince);

    /// <summary>Uploads and downloads.</summary>
    public FileTransfer Files => field ??= new FileTransfer(this, _session);

    internal PersonioSession Session => _session;

    internal IActivityLog Log => _log;

    /// <summary>Lists rows, page by page as they are asked for.</summary>
    /// <param name="request">The listing and its filters.</param>
    /// <param name="first">How many rows at most; null for all.</param>
    /// <param name="cancellationToken">Ends the listing and what it asked for ahead.</param>
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

    /// <summary>Lists rows over a span of days, ordered by day: in windows side by side where there are many.</summary>
    /// <param name="query">What is wanted.</param>
    /// <param name="cancellationToken">Ends the listing and what it asked for ahead.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<T> ListDaysAsync<T>(WindowedQuery<T> query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ListingInParts.Read(
            query, some => new WindowedListing<T>(_session, _log, some, _session.Today).ReadAsync(cancellationToken), _log);
    }

    /// <summary>Lists rows into a list, for those few that belong together.</summary>
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

    /// <summary>Lists rows into a list that has to be whole, because a change depends on it.</summary>
    /// <exception cref="PersonioException">A page could not be read, or a row of it cannot be read.</exception>
    public Task<IReadOnlyList<T>> ListWholeAsync<T>(
        ApiRequest request, CancellationToken cancellationToken = default) =>
        ReportingTo(fault => throw fault).ListAllAsync<T>(request, cancellationToken);

    /// <summary>Gets one object.</summary>
    /// <exception cref="PersonioException">It could not be read; <c>NotFound</c> where there is none.</exception>
    public Task<T> GetAsync<T>(ApiRequest request, CancellationToken cancellationToken = default) =>
        OneAsync<T>(request, cancellationToken);

    /// <summary>
    /// Gets objects by their ids with one request for many, through the <c>id</c> filter of a listing. An id that
    /// Personio finds malformed does not spoil the others: the batch is halved until it stands alone.
    /// </summary>
    /// <param name="listing">A listing with a filter <c>id</c>.</param>
    /// <param name="ids">The ids. More than one request takes are sent with several, one after the other.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="PersonioException">A request failed as a whole; those after it were not sent.</exception>
    public Task<LookupResult<T>> GetManyAsync<T>(
        Endpoint listing, IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
        where T : ApiObject
    {
        ArgumentNullException.ThrowIfNull(listing);
        ArgumentNullException.ThrowIfNull(ids);
        return new BatchGet<T>(this, listing).FindAsync(ids, cancellationToken);
    }

    /// <summary>Creates an object.</summary>
    /// <returns>What Personio answered: often no more than the id.</returns>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was made.</exception>
    public Task<T> CreateAsync<T>(ApiRequest request, CancellationToken cancellationToken = default) =>
        OneAsync<T>(request, cancellationToken);

    /// <summary>Sends a change whose answer says no more than that it was made.</summary>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was made.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken = default) =>
        ExchangeAsync(request, cancellationToken);

    /// <summary>Sends any request and gives the answer as it came, for what no model stands for.</summary>
    /// <exception cref="PersonioException">It was refused, or there is no answer.</exception>
    public async Task<RawResponse> InvokeAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ApiResponse answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        return new RawResponse(request, answer);
    }

    /// <summary>
    /// How the company writes the last day of absences, for a change; proved by absences of the company where the
    /// session does not know it yet. Unproven where none can tell, or none may be read.
    /// </summary>
    /// <exception cref="PersonioException">Absences could not be read.</exception>
    public Task<AbsenceEndReading> AbsenceEndReadingAsync(CancellationToken cancellationToken = default) =>
        _session.AbsenceEnds.ForWritingAsync(_log, cancellationToken);

    /// <summary>Compares the first absence that the session has written with what was asked for.</summary>
    /// <param name="absencePeriodId">The absence.</param>
    /// <param name="asked">What was asked for.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The days that are booked, where they are others than those asked for; else null.</returns>
    public Task<AbsenceDays?> CheckWrittenAsync(
        string absencePeriodId, AbsenceDays asked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return _session.AbsenceEnds.CheckWrittenAsync(absencePeriodId, asked, _log, cancellationToken);
    }

    private long KeptSince => _use == CachePolicy.Fresh ? _since : long.MinValue;

    /// <summary>Walks the pages of one listing.</summary>
    internal IAsyncEnumerable<T> PagesAsync<T>(
        ApiRequest request, int? first, SemaphoreSlim? turn, CancellationToken cancellationToken) =>
        _session.Listing<T>(_log, request, first, turn).ReadAsync(cancellationToken);

    internal Task<T> KeptAsync<T>(
        string key, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        _session.Lists.GetAsync(key, read, _use, _since, cancellationToken);

    private async Task<T> OneAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiResponse answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        T one = answer.Read(request, EnvelopeReader.One<T>);
        // Without an id it is unknown whether the object was created, and it cannot be used.
        return one is ApiObject { HasIdentity: false }
            ? throw ResponseErrors.Unexpected(request, answer.Status, null, "it has no id")
            : (await _session.CompleteAsync([one], _log, cancellationToken).ConfigureAwait(false))[0];
    }

    // Who has an address may be another one after a person was created, changed or removed, whatever the answer.
    private async Task<ApiResponse> ExchangeAsync(ApiRequest request, CancellationToken cancellationToken)
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
                Forget(request.Path);
            }
        }
    }

    private void Forget(string path)
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
