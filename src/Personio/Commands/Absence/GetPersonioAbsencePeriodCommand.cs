using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets absences: those that overlap a range of days, those of persons, or those with given ids.</summary>
/// <remarks>
/// -From and -To match by overlap: an absence that began earlier and continues is included, as is one with an open end.
/// </remarks>
/// <example>
/// <code>Get-PersonioAbsencePeriod -From (Get-Date) -To (Get-Date) -Status Approved, DeletionPending</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioAbsencePeriod", DefaultParameterSetName = Filter,
    HelpUri = HelpPages.Root + "Get-PersonioAbsencePeriod.md")]
[OutputType(typeof(AbsencePeriod))]
public sealed class GetPersonioAbsencePeriodCommand : PeriodCmdletBase<AbsencePeriod>
{
    private readonly List<AbsencePeriod> _open = [];
    private string[]? _typeIds;
    private bool _isLimitReached;
    private DateTime? _lastFilteredDay;

    /// <summary>The ids of the absences. Up to 50 are fetched with each request.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AbsencePeriodId { get; set; }

    /// <summary>Returns only absences of these types: names with wildcards, or ids. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<AbsenceType>))]
    public string[]? AbsenceType { get; set; }

    /// <summary>
    /// Returns only absences with these approval statuses: Approved, DeletionPending, Pending, Rejected,
    /// SubstituteRequested. Filtered here: Personio has no such filter.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ArgumentCompleter(typeof(FixedCompleter<AbsenceStates>))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>
    /// Returns only absences changed at or after this instant. Text without a time zone is read in this computer's
    /// zone. Filtered by Personio.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Returns only absences changed at or before this instant. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    private protected override string[]? Ids => AbsencePeriodId;

    private protected override Endpoint ListEndpoint => Endpoints.ListAbsencePeriods;

    private protected override bool IsFilteredHere => From is not null || To is not null || Status is not null;

    // No type has such a name, so no absence matches.
    private protected override bool IsEmpty => _typeIds is { Length: 0 };

    private AbsenceTypes Types => field ??= new AbsenceTypes(this);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        KnownStatus.Check<AbsenceStates>(this, Status);
    }

    private protected override void ResolveFilters() =>
        RunOrTerminate(AbsenceType, () => _typeIds = Types.FindIds(AbsenceType, categories: null));

    private protected override ApiRequest Request(DateTime? from, DateTime? to, bool isFirst) =>
        AbsenceListing.CreateRequest(from, to, _typeIds, isFirst)
            .With("updated_at.gte", FilterBounds.UtcFloor(UpdatedAfter))
            .With("updated_at.lte", FilterBounds.UtcCeiling(UpdatedBefore));

    private protected override WindowedQuery<AbsencePeriod> CreateQuery(DateTime from) =>
        AbsenceWindows.Create(
            from,
            To,
            days =>
            {
                // Only the first window filters by end; later windows filter by start.
                if (days.IsFirst)
                {
                    _lastFilteredDay = days.Last;
                }

                return Request(days.First, days.Last, days.IsFirst);
            },
            Client.OpenEndedAbsences.Learn);

    private protected override void ListAll()
    {
        base.ListAll();
        if (From is not null && !_isLimitReached)
        {
            ApiRequest request = Request(null, _lastFilteredDay ?? To, isFirst: true);
            _ = Await(token => Client.OpenEndedAbsences.FindMissingAsync(
                request, _lastFilteredDay?.AddDays(1), _open, token)).All(Write);
        }
    }

    private protected override bool Write(AbsencePeriod row)
    {
        if (row.OpenEnd)
        {
            _open.Add(row);
        }

        bool isMoreWanted = base.Write(row);
        _isLimitReached |= !isMoreWanted;
        return isMoreWanted;
    }

    private protected override async Task<IReadOnlyList<AbsencePeriod>> CompleteAsync(
        PersonioClient client, IReadOnlyList<AbsencePeriod> rows, string[] persons, CancellationToken cancellationToken)
        => From is null
            ? rows
            : [.. rows, .. await client.OpenEndedAbsences.FindMissingAsync(
                Request(null, To, isFirst: true).WithAny("person.id", persons),
                byStart: null,
                [.. rows.Where(row => row.OpenEnd)],
                cancellationToken).ConfigureAwait(false)];

    private protected override bool IsWanted(AbsencePeriod row) => row.Overlaps(From, To)
        && (Status is null || KnownStatus.Contains(Status, row.Status));

    private protected override Action? CreateFilter(PSObject? piped) => PipelineInput.Is<AbsenceType>(piped)
        ? () => _typeIds = PipelineInput.TextOf(piped, "AbsenceTypeId")
        : null;

    private protected override AbsencePeriod Complete(AbsencePeriod row) => Types.WithName(row);
}
