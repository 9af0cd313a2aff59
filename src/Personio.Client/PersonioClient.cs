using System.Text.Json;
using Personio.Client.Json;
using Personio.Models;

namespace Personio.Client;

/// <summary>The verbs of the API over the rows of <see cref="Endpoints"/>. Light: make one for each use.</summary>
public sealed class PersonioClient
{
    /// <summary>The most bytes that Personio takes as one document.</summary>
    public const long LargestUpload = 30 * 1024 * 1024;

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
    public async Task<T> GetAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ApiResponse answer = await _session.Transport.SendAsync(request, _log, cancellationToken).ConfigureAwait(false);
        T one = Identified(request, answer, Read(request, answer, EnvelopeReader.One<T>));
        return (await _session.CompleteAsync([one], _log, cancellationToken).ConfigureAwait(false))[0];
    }

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
    public async Task<T> CreateAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ApiResponse answer = await WriteAsync(request, cancellationToken).ConfigureAwait(false);
        T one = Identified(request, answer, Read(request, answer, EnvelopeReader.One<T>));
        return (await _session.CompleteAsync([one], _log, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Sends a change whose answer says no more than that it was made.</summary>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was made.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await WriteAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads a file as a document of a person.</summary>
    /// <returns>What Personio answered: id, name, day and comment.</returns>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was made.</exception>
    public async Task<Document> UploadDocumentAsync(FileUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        UploadedDocument made = await CreateAsync<UploadedDocument>(
            Endpoints.UploadDocument.For().WithBody(upload), cancellationToken).ConfigureAwait(false);
        return new Document
        {
            DocumentId = made.Id,
            Name = made.Attributes?.Title,
            Date = made.Attributes?.Date,
            Comment = made.Attributes?.Comment,
        };
    }

    /// <summary>Downloads a file of which nothing is known into a stream, piece by piece.</summary>
    /// <param name="request">The download.</param>
    /// <param name="target">Where it goes; it can be read and sought, because a download that breaks off begins anew.
    /// </param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="PersonioException">
    /// It was refused, broke off, could not be written, or is not a file.
    /// </exception>
    public Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, CancellationToken cancellationToken = default) =>
        DownloadAsync(request, target, null, null, cancellationToken);

    /// <summary>Downloads a file into a stream, piece by piece.</summary>
    /// <param name="request">The download.</param>
    /// <param name="target">Where it goes; seekable, because a download that breaks off begins anew.</param>
    /// <param name="name">The name of the file; null where it is not known.</param>
    /// <param name="size">The size of the file in bytes; null where it is not known.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="PersonioException">
    /// It was refused, broke off, could not be written, or is not the file that was promised.
    /// </exception>
    public async Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, string? name, long? size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(target);
        FileDownload file = await _session.Transport.DownloadAsync(request, target, _log, cancellationToken)
            .ConfigureAwait(false);
        byte[] beginning = new byte[FileCheck.BeginningLength];
        target.Position = 0;
        int read = await target.ReadAtLeastAsync(
            beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        FileCheck.Check(request, file, beginning.AsSpan(0, read), name, size);
        return file;
    }

    /// <summary>Lists the rows of a report, page by page as they are asked for.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="locale">The language of labels and options, for example de; null for Personio's default.</param>
    /// <param name="first">How many rows at most; null for all.</param>
    /// <param name="cancellationToken">Ends the listing and what it asked for ahead.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<ReportRow> ListReportRowsAsync(
        string reportId, string? locale = null, int? first = null, CancellationToken cancellationToken = default)
    {
        int size = Endpoints.GetReport.PageSize;
        ApiRequest request = Endpoints.GetReport.For(reportId)
            .With("locale", locale)
            .WithLimit(Math.Clamp(first ?? size, 1, size));
        return new PageReader<ReportRow>(
            _session.Transport, _log, request, first, new ReportReader().Page, Identity.Get)
            .ReadAsync(cancellationToken);
    }

    /// <summary>
    /// Lists the employees of API v1, a hundred with one request and with the names of what they belong to.
    /// </summary>
    /// <param name="attributes">The keys of the custom attributes that are wanted as well.</param>
    /// <param name="email">The address of the one that is wanted; null for all.</param>
    /// <param name="total">Hears how many there are, with each page; null where nobody asks.</param>
    /// <param name="cancellationToken">Ends the listing and what it asked for ahead.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<EmployeeParts> ListEmployeesAsync(
        IEnumerable<string> attributes, string? email = null, Action<int>? total = null,
        CancellationToken cancellationToken = default)
    {
        int size = Endpoints.ListEmployees.PageSize;
        ApiRequest request = Endpoints.ListEmployees.For().With("email", email);
        request = EmployeePartsReader.Keys.Concat(attributes).Aggregate(
            request, (wider, key) => wider.With("attributes[]", key));
        var reader = new EmployeeListReader($"{request.PathAndQuery.Split('?', 2)[1]}&", size, total);
        return new PageReader<EmployeeParts>(
            _session.Transport, _log, request.WithLimit(size), null, reader.Page, row => row.Person.PersonId)
            .ReadAsync(cancellationToken);
    }

    /// <summary>Sends any request and gives the answer as it came, for what no model stands for.</summary>
    /// <exception cref="PersonioException">It was refused, or there is no answer.</exception>
    public async Task<RawResponse> InvokeAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ApiResponse answer = await WriteAsync(request, cancellationToken).ConfigureAwait(false);
        return new RawResponse(request, answer);
    }

    /// <summary>
    /// How the company writes the last day of absences, for a change; proved by absences of the company where the
    /// session does not know it yet. Unproven where none can tell, or none may be read.
    /// </summary>
    /// <exception cref="PersonioException">Absences could not be read.</exception>
    public Task<AbsenceEndReading> AbsenceEndReadingAsync(CancellationToken cancellationToken = default) =>
        _session.AbsenceEnds.ForWritingAsync(_log, cancellationToken);

    /// <summary>
    /// The absences without an end that a listing from a day on may lack: whether Personio counts them there is not
    /// documented. Asks for nothing once the session has seen that it does.
    /// </summary>
    /// <param name="request">
    /// The listing without a filter for the end, up to the last day whose absences were listed by their end.
    /// </param>
    /// <param name="byStart">
    /// The first day from which on absences were listed by their start alone, which proves nothing; null where all were
    /// listed by their end.
    /// </param>
    /// <param name="found">What the listing had without an end.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public async Task<IReadOnlyList<AbsencePeriod>> MissingOpenEndsAsync(
        ApiRequest request, DateTime? byStart, IReadOnlyCollection<AbsencePeriod> found,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(found);
        _session.ListsOpenEnds |= found.Any(absence => byStart is not { } day || absence.StartsFrom < day)
            || await IsListedByEndAsync(found, cancellationToken).ConfigureAwait(false);
        if (_session.ListsOpenEnds)
        {
            return [];
        }

        _log.Verbose("No absence without an end was listed: looking for such by their start, among all until then.");
        HashSet<string?> known = [.. found.Select(absence => absence.AbsencePeriodId)];
        IReadOnlyList<AbsencePeriod> all =
            await ListAllAsync<AbsencePeriod>(request, cancellationToken).ConfigureAwait(false);
        return [.. all.Where(absence => absence.OpenEnd && !known.Contains(absence.AbsencePeriodId))];
    }

    // One request about one absence, instead of all that the company ever had.
    private async Task<bool> IsListedByEndAsync(
        IReadOnlyCollection<AbsencePeriod> open, CancellationToken cancellationToken)
    {
        if (_session.ListsOpenEnds
            || open.FirstOrDefault(one => one is { PersonId: not null, StartsFrom: not null }) is not { } example)
        {
            return false;
        }

        string start = DateText.Instant(example.StartsFrom!.Value.Date);
        IReadOnlyList<AbsencePeriod> listed = await ListAllAsync<AbsencePeriod>(
            Endpoints.ListAbsencePeriods.For().With("ends_at.date_time.gte", start).WithAny("person.id", [example.PersonId!]),
            cancellationToken).ConfigureAwait(false);
        return listed.Any(one => one.AbsencePeriodId == example.AbsencePeriodId);
    }

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

    /// <summary>
    /// The entries of a list that the session keeps whole, read once in ten minutes and shared by all who use the
    /// session.
    /// </summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public Task<IReadOnlyList<T>> ListKeptAsync<T>(CompanyList<T> list, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.ReadAsync(this, cancellationToken);
    }

    /// <summary>The names of one of the company's lists, kept in the same way.</summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public Task<IReadOnlyList<NamedEntry>> NamesAsync(
        ICompanyList list, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.ReadNamesAsync(this, cancellationToken);
    }

    /// <summary>
    /// The names of the entries of one of the company's lists by their ids, to stand in place of the ids. An entry without
    /// a name of its own is not in it: its id must not pass for a name.
    /// </summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> NamesByIdAsync(
        ICompanyList list, CancellationToken cancellationToken = default) =>
        (await NamesAsync(list, cancellationToken).ConfigureAwait(false))
            .Where(entry => entry.IsNamed)
            .DistinctBy(entry => entry.Id)
            .ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);

    /// <summary>
    /// The names of persons; those the session does not know yet are fetched with one request for fifty.
    /// </summary>
    /// <returns>A name for each id, without a display name where nothing can be found.</returns>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public Task<IReadOnlyDictionary<string, PersonName>> PersonNamesAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _session.PersonNames.GetAsync(
            this, ids, _use == CachePolicy.Fresh ? _since : long.MinValue, cancellationToken);
    }

    /// <summary>The name of a person, where the session knows it already; null where it would have to ask.</summary>
    public PersonName? KnownName(string id) =>
        _session.PersonNames.Find(id, _use == CachePolicy.Fresh ? _since : long.MinValue);

    /// <summary>
    /// Whom e-mail addresses belong to; those the session did not look up yet are asked for, fifty with one request.
    /// </summary>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public Task<FoundAddresses> FindAddressesAsync(
        IReadOnlyCollection<string> addresses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return _session.PersonAddresses.FindAsync(
            this, addresses, _use == CachePolicy.Fresh ? _since : long.MinValue, cancellationToken);
    }

    /// <summary>The persons whose names the session came across, however long ago; asks for nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, PersonName>> KnownPersons => _session.PersonNames.Known;

    /// <summary>Keeps the name of a person who came, so that nobody asks for it again.</summary>
    public void KeepName(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.PersonId is { } id)
        {
            _session.PersonNames.Keep(id, person);
        }
    }

    /// <summary>Walks the pages of one listing.</summary>
    internal IAsyncEnumerable<T> PagesAsync<T>(
        ApiRequest request, int? first, SemaphoreSlim? turn, CancellationToken cancellationToken) =>
        _session.Listing<T>(_log, request, first, turn).ReadAsync(cancellationToken);

    internal IActivityLog Log => _log;

    internal Task<T> KeptAsync<T>(
        string key, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        _session.Lists.GetAsync(key, read, _use, _since, cancellationToken);

    // Who has an address may be another one after a person was created, changed or removed, whatever the answer.
    private async Task<ApiResponse> WriteAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _session.Transport.SendAsync(request, _log, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!request.Endpoint.IsRead
                && request.Path.StartsWith(Endpoints.ListPersons.Path, StringComparison.OrdinalIgnoreCase)
                && !request.Path.Contains("/employments", StringComparison.OrdinalIgnoreCase))
            {
                _session.PersonAddresses.Clear();
            }
        }
    }

    // An object without an id is none: nobody knows whether it was made, and nothing can be done with it.
    private static T Identified<T>(ApiRequest request, ApiResponse answer, T read) =>
        read is ApiObject { HasIdentity: false }
            ? throw ResponseErrors.Unexpected(request, answer.Status, null, "it has no id")
            : read;

    private static T Read<T>(ApiRequest request, ApiResponse answer, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(answer.Body);
        }
        catch (JsonException fault)
        {
            throw ResponseErrors.Unreadable(answer.Redactor, request, answer.Status, fault);
        }
    }
}
