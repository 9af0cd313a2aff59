using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets that get periods of persons: by days, by persons, or by id. The pipeline accepts periods,
/// persons and ids.
/// </summary>
public abstract class PeriodCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject, IPersonRow<T>
{
    /// <summary>The parameter set for filters; the default.</summary>
    protected const string Filter = "Filter";

    /// <summary>The parameter set for ids.</summary>
    protected const string ById = "ById";

    private readonly PersonNameEnricher<T> _names;
    private readonly PersonListing<T> _persons;
    private IdBatch<T>? _batch;

    private protected PeriodCmdletBase()
    {
        _names = new PersonNameEnricher<T>(this);
        _persons = new PersonListing<T>(this, () => [Request(From, To)], Write) { Complete = CompleteAsync };
    }

    /// <summary>The first day of interest, inclusive. The time of day is ignored.</summary>
    [Parameter(ParameterSetName = Filter, Position = 0)]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? From { get; set; }

    /// <summary>The last day of interest, inclusive. The time of day is ignored.</summary>
    [Parameter(ParameterSetName = Filter, Position = 1)]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? To { get; set; }

    /// <summary>All days of a month: 2026-05, or any date in it. Use instead of -From and -To.</summary>
    [Parameter(ParameterSetName = Filter)]
    [MonthTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<RecentMonths>))]
    [ValidateNotNull]
    public DateTime? Month { get; set; }

    /// <summary>
    /// Returns only periods of these persons: ids or email addresses. Filtered by Personio, up to 50 persons with each
    /// request.
    /// </summary>
    [Parameter(ParameterSetName = Filter, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>Returns at most this many periods.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc cref="PersonRowsCmdletBase{T}.IncludePerson"/>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <inheritdoc cref="PersonRowsCmdletBase{T}.Force"/>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>A period, a person, or as text the id of a period or the email address of a person.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // The value of the identity parameter, whose name differs between cmdlets.
    private protected abstract string[]? Ids { get; }

    private protected abstract Endpoint ListEndpoint { get; }

    /// <summary>True if rows are filtered here, so that the service cannot limit their number.</summary>
    private protected abstract bool IsFilteredHere { get; }

    // True if the filters exclude every row.
    private protected virtual bool IsEmpty => false;

    private protected override bool IsForced => Force;

    private protected override void ObserveInput(object? input) => _names.Observe(input);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        (From, To) = DayRange.WholeMonth(this, Month, From, To);
        DayRange.Check(this, From, To);
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (CreateFilter(InputObject) is { } filter)
        {
            // Run now, before the next input replaces the filter.
            filter();
            List(PersonId is null ? null : FindRequested(PersonId, null, nameof(PersonId)));
            _persons.Flush();
            return;
        }

        // A piped period also carries a person id, but identifies the period.
        string[]? ids = Ids ?? PipelineInput.TextOf(InputObject, Noun + "Id");
        if (ids is not null || (PipelineInput.ToId(InputObject) is { } text && !PersonIds.IsAddress(text)))
        {
            _batch ??= new IdBatch<T>(this, ListEndpoint, Noun, row => WriteRow(Complete(row)));
            _batch.Add(FindRequested(ids, InputObject, Noun + "Id")!);
        }
        else if (!IsEmpty)
        {
            List(FindRequested(PersonId, InputObject, nameof(PersonId)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _batch?.Flush();
        _persons.Flush();
        base.EndProcessing();
        _names.Flush();
    }

    /// <summary>The request that lists a range of days with all filters except the persons.</summary>
    private protected abstract ApiRequest Request(DateTime? from, DateTime? to, bool isFirst = true);

    /// <summary>
    /// Returns how to apply a piped object of another kind, such as a project, as a filter; null if the object is not a
    /// filter.
    /// </summary>
    private protected virtual Action? CreateFilter(PSObject? piped) => null;

    /// <summary>True if a row passes the filters that the service does not have.</summary>
    private protected abstract bool IsWanted(T row);

    /// <summary>How the range of days is split into windows.</summary>
    private protected abstract WindowedQuery<T> CreateQuery(DateTime from);

    /// <summary>Completes a row before it is written.</summary>
    private protected virtual T Complete(T row) => row;

    /// <summary>Adds rows that the listings of some persons may lack.</summary>
    /// <param name="client">The client to use; the cmdlet's own may be used only on the pipeline thread.</param>
    /// <param name="rows">The listed rows.</param>
    /// <param name="persons">The ids of the persons.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    private protected virtual Task<IReadOnlyList<T>> CompleteAsync(
        PersonioClient client, IReadOnlyList<T> rows, string[] persons, CancellationToken cancellationToken) =>
        Task.FromResult(rows);

    /// <summary>Lists the periods of all persons and passes each to <see cref="Write"/>.</summary>
    private protected virtual void ListAll()
    {
        if (First is null && Request(From, To).Query.IsEmpty)
        {
            WriteVerbose(
                $"Reading every {NounInWords} of the company, from the first day to the last. Limit it with -From and "
                + "-To, or with -First.");
        }

        _ = Enumerate(Rows()).All(Write);
    }

    /// <summary>Writes a listed row if it is wanted.</summary>
    /// <returns>True if more rows are wanted.</returns>
    private protected virtual bool Write(T row) =>
        !IsWanted(row) || WriteUpTo(row, First, wanted => WriteRow(Complete(wanted)));

    // Lists the periods of all persons if neither persons nor input were given.
    private void List(IReadOnlyList<RequestedId>? persons)
    {
        if (persons is null)
        {
            TryRun(null, ListAll);
        }
        else
        {
            _persons.Add(persons);
        }
    }

    private void WriteRow(T row) => _names.Write(row, IncludePerson);

    // A few rows are requested as needed; many arrive sooner in concurrent windows.
    private IAsyncEnumerable<T> Rows() => From is { } from && First is null
        ? Client.ListDaysAsync(CreateQuery(from))
        : Client.ListAsync<T>(Request(From, To), IsFilteredHere ? null : First);
}
