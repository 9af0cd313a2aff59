using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Totals absences: days and hours by person, department, team, type, category or month.</summary>
/// <remarks>
/// Only the part of an absence within the range of days counts; an open end extends to the last day. By default,
/// working days from Monday to Friday count, half days as halves, and absences in hours with their hours. -UseBreakdown
/// uses the amounts that Personio counts, with one request for each absence. DayCount states which method was used.
/// </remarks>
/// <example>
/// <code>Measure-PersonioAbsence -By Person, Month -Category SICK_LEAVE -From 2026-01-01 -To 2026-06-30</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "PersonioAbsence", HelpUri = HelpPages.Root + "Measure-PersonioAbsence.md")]
[OutputType(typeof(AbsenceSummary))]
public sealed class MeasurePersonioAbsenceCommand : ConnectedCmdletBase
{
    private const int MaxReported = 10;

    private AbsenceSelection? _absences;
    private DateTime _from;
    private DateTime _to;

    /// <summary>
    /// Returns one total for each person, department, team, type, category or month, or for several of these combined.
    /// Departments and teams are those of the current employments and take one request for each person who was absent.
    /// By default, returns a single total.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public AbsenceGrouping[]? By { get; set; }

    /// <summary>The first day, inclusive. Defaults to 1 January of the year of -To.</summary>
    [Parameter(Position = 1)]
    [DayTransformation]
    public DateTime? From { get; set; }

    /// <summary>
    /// The last day, inclusive. Defaults to today; if -From is later than today, to the end of its year.
    /// </summary>
    [Parameter(Position = 2)]
    [DayTransformation]
    public DateTime? To { get; set; }

    /// <summary>All days of a month: 2026-05, or any date in it. Use instead of -From and -To.</summary>
    [Parameter]
    [MonthTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<RecentMonths>))]
    [ValidateNotNull]
    public DateTime? Month { get; set; }

    /// <summary>Includes only absences of these persons: ids or email addresses. Default: all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>Includes only absences of these types: names with wildcards, or ids. Filtered by Personio.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<AbsenceType>))]
    public string[]? AbsenceType { get; set; }

    /// <summary>
    /// Includes only absences whose type is in one of these categories, for example SICK_LEAVE. Wildcards are allowed.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AbsenceCategoryCompleter))]
    public string[]? Category { get; set; }

    /// <summary>Counts only absences with these approval statuses. Default: Approved, DeletionPending.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FixedCompleter<AbsenceStates>))]
    [ValidateNotNullOrEmpty]
    public string[] Status { get; set; } = ["Approved", "DeletionPending"];

    /// <summary>Days that do not count as working days, such as public holidays.</summary>
    [Parameter]
    [DayTransformation]
    public DateTime[]? Holiday { get; set; }

    /// <summary>
    /// Uses the days and hours that Personio counts, based on each person's work schedule and holidays. Sends one
    /// request for each absence.
    /// </summary>
    [Parameter]
    public SwitchParameter UseBreakdown { get; set; }

    /// <summary>Refreshes the names and types that the session caches for ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>An absence, a person, or the id of a person as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override bool IsForced => Force;

    // Created with the first input, because piped objects may bring their session.
    private AbsenceSelection Absences => _absences ??= new AbsenceSelection(this, _from, _to, AbsenceType, Category)
    {
        Status = Status,
        IsTypeHidden = !Has(AbsenceGrouping.Type) && !Has(AbsenceGrouping.Category),
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        KnownStatus.Check<AbsenceStates>(this, Status);
        (From, To) = DayRange.WholeMonth(this, Month, From, To);
        DateTime today = DateTime.Today;
        _to = To?.Date ?? (From > today ? new DateTime(From.Value.Year, 12, 31) : today);
        _from = From?.Date ?? new DateTime(_to.Year, 1, 1);
        DayRange.Check(this, _from, _to);
        RunOrTerminate(Holiday, () =>
        {
            if (UseBreakdown && Holiday is not null)
            {
                throw PersonioException.Invalid(
                    "-Holiday is about working days, and -UseBreakdown has the holidays that Personio knows: specify "
                    + "one of them.");
            }
        });
    }

    /// <inheritdoc/>
    private protected override void ProcessInput() => RunOrTerminate(
        AbsenceType ?? Category,
        () => Absences.AddInput(InputObject, () => FindRequested(PersonId, InputObject, nameof(PersonId))));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        if (_absences is { IsRefused: false })
        {
            RunOrTerminate(null, Measure);
        }

        base.EndProcessing();
    }

    private void Measure()
    {
        var tally = new AbsenceTally(By ?? []);
        var holidays = (Holiday ?? []).Select(day => day.Date).ToHashSet();
        IReadOnlyList<AbsencePeriod> absences = Absences.Read("The sum");
        foreach (AbsencePeriod absence in absences)
        {
            string? category = Has(AbsenceGrouping.Category) ? Absences.CategoryOf(absence) : null;
            if (UseBreakdown && absence.AbsencePeriodId is { } id)
            {
                Enqueue(
                    absence,
                    token => Client.ListAllAsync<AbsenceBreakdown>(Endpoints.ListAbsenceBreakdowns.For(id), token),
                    rows => tally.Add(absence, category, Amounts(absence, rows)),
                    noun: "AbsencePeriod");
            }
            else
            {
                tally.Add(absence, category, AbsenceWorkdays.Count(absence, _from, _to, holidays));
            }
        }

        FlushQueue();
        Write(tally);
        WarnOfShared([.. SharedAbsence.Find(absences, _from, _to)]);
    }

    // Only a person can decide which of the two is right, and a total by type needs both.
    private void WarnOfShared(SharedAbsence[] shared)
    {
        if (shared.Length > 0)
        {
            string[] days = Array.ConvertAll(
                shared, one => $"person {one.PersonId}, {DateText.Day(one.First)} to {DateText.Day(one.Last)}");
            WriteWarning(
                "Absences of one person overlap, and the shared days count for each of them: "
                + $"{ShortList.Join(days, MaxReported, "; ")}.");
        }
    }

    // An absence counts as a whole or not at all: counting part of it would give a wrong total that nobody notices.
    private AbsenceAmount[] Amounts(AbsencePeriod absence, IEnumerable<AbsenceBreakdown> rows) =>
    [
        .. rows
            .Where(row => !(row.Date < _from) && !(row.Date > _to))
            .Select(row => AbsenceAmount.From(row) ?? throw new PersonioException(
                ErrorKind.UnexpectedResponse,
                $"Absence '{absence.AbsencePeriodId}' is not in the sum: Personio lists '{row}' for one of its days, "
                + "which is not a date with days or hours.")),
    ];

    private void Write(AbsenceTally tally)
    {
        ICompanyList[] lists = PersonUnitsLookup.ListsFor(Has(AbsenceGrouping.Department), Has(AbsenceGrouping.Team));
        AbsenceSummary[] sums =
        [
            .. tally.CreateSummaries(lists.Length > 0
                ? new PersonUnitsLookup(this).Find(tally.Persons, lists)
                : new Dictionary<string, PersonUnits>()),
        ];
        IReadOnlyDictionary<string, PersonName> names = new PersonNameLookup(this).Find(
            sums.Where(sum => sum.PersonName is null).Select(sum => sum.PersonId));
        foreach (AbsenceSummary sum in SummaryOrder.Order(sums.Select(sum => WithName(sum, names)), By, NameIn))
        {
            WriteObject(sum with { From = _from, To = _to, DayCount = UseBreakdown ? "Breakdown" : "WorkingDays" });
        }
    }

    private static AbsenceSummary WithName(AbsenceSummary sum, IReadOnlyDictionary<string, PersonName> names) =>
        names.GetValueOrDefault(sum.PersonId ?? "") is { } name
            ? sum with { PersonName = name.DisplayName, PersonEmail = name.Email }
            : sum;

    private static string? NameIn(AbsenceGrouping by, AbsenceSummary sum) => by switch
    {
        AbsenceGrouping.Person => sum.PersonName ?? sum.PersonId,
        AbsenceGrouping.Department => sum.Department,
        AbsenceGrouping.Team => sum.Team,
        AbsenceGrouping.Type => sum.AbsenceType,
        AbsenceGrouping.Category => sum.Category,
        _ => sum.Month,
    };

    private bool Has(AbsenceGrouping grouping) => By?.Contains(grouping) == true;
}
