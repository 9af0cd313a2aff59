using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Finds days on which the working time exceeds a limit, by default those of the German Working Hours Act.
/// </summary>
/// <remarks>
/// Checks the tracked attendance of last month, or of the specified days; rejected periods do not count. Each of the
/// following is an issue: more than ten hours of work a day, less than eleven hours of rest between two days, less than
/// 30 minutes of breaks with more than six hours of work or 45 with more than nine, and work on Sundays or holidays. A
/// gap between two periods of work is a break; one shorter than 15 minutes does not count. Running periods do not
/// count, and their day is not checked for breaks.
/// </remarks>
/// <example>
/// <code>Find-PersonioWorkingTimeIssue -Month 2026-05 -Holiday 2026-05-01, 2026-05-14, 2026-05-25</code>
/// </example>
[Cmdlet(VerbsCommon.Find, "PersonioWorkingTimeIssue", HelpUri = HelpPages.Root + "Find-PersonioWorkingTimeIssue.md")]
[OutputType(typeof(WorkingTimeIssue))]
public sealed class FindPersonioWorkingTimeIssueCommand : ConnectedCmdletBase
{
    private PersonListing<AttendancePeriod>? _persons;
    private WorkingTimeCheck? _check;
    private DateTime? _from;
    private DateTime? _to;
    private bool _areDaysSpecified;
    private bool _arePeriodsPiped;

    /// <summary>
    /// The first day, inclusive. Defaults to the first of the month of -To; if no days are specified, to last month.
    /// </summary>
    [Parameter(Position = 0)]
    [DayTransformation]
    public DateTime? From { get; set; }

    /// <summary>The last day, inclusive. Defaults to today.</summary>
    [Parameter(Position = 1)]
    [DayTransformation]
    public DateTime? To { get; set; }

    /// <summary>
    /// All days of a month: 2026-05, or any date in it. Use instead of -From and -To. Default: last month.
    /// </summary>
    [Parameter]
    [MonthTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<RecentMonths>))]
    [ValidateNotNull]
    public DateTime? Month { get; set; }

    /// <summary>Checks only these persons: ids or email addresses. Default: all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>Looks only for these issues. Default: all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public WorkingTimeIssueKind[]? Issue { get; set; }

    /// <summary>Checks only periods with these approval statuses. Default: all except rejected.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FixedCompleter<AttendanceStates>))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>The maximum hours of work on a day.</summary>
    [Parameter]
    [DecimalTransformation]
    [ValidateRange(0.0, 24.0)]
    public decimal MaximumHours { get; set; } = 10;

    /// <summary>The minimum hours of rest between two days of work.</summary>
    [Parameter]
    [DecimalTransformation]
    [ValidateRange(0.0, 48.0)]
    public decimal MinimumRestHours { get; set; } = 11;

    /// <summary>
    /// The minutes of breaks that a day needs, keyed by the hours of work that it exceeds. Default: @{ 6 = 30; 9 = 45
    /// }.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary RequiredBreak { get; set; } = new Hashtable { [6] = 30, [9] = 45 };

    /// <summary>The minimum length of a break, in minutes. Shorter breaks do not count.</summary>
    [Parameter]
    [DecimalTransformation]
    [ValidateRange(0.0, 1440.0)]
    public decimal MinimumBreakMinutes { get; set; } = 15;

    /// <summary>Public holidays, in addition to the days that Personio marks as such.</summary>
    [Parameter]
    [DayTransformation]
    public DateTime[]? Holiday { get; set; }

    /// <summary>Refreshes the names that the session caches for ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>A period of attendance, a person, or the id of a person as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override bool IsForced => Force;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        KnownStatus.Check<AttendanceStates>(this, Status);
        DateTime today = DateTime.Today;
        bool hasDays = Month is not null || From is not null || To is not null;
        DateTime lastMonth = new DateTime(today.Year, today.Month, 1).AddMonths(-1);
        (_from, _to) = DayRange.WholeMonth(this, hasDays ? Month : lastMonth, From, To);
        _to ??= _from > today ? _from : today;
        _from ??= new DateTime(_to.Value.Year, _to.Value.Month, 1);
        _areDaysSpecified = hasDays;
        DayRange.Check(this, _from, _to);
        RunOrTerminate(RequiredBreak, () => _check = new WorkingTimeCheck(CreateLimits()));
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (InputObject is not null && InputObject.Properties["Start"] is not null)
        {
            _arePeriodsPiped = true;
            AddPeriod(InputObject);
        }
        else if (FindRequested(PersonId, InputObject, nameof(PersonId)) is { } requested)
        {
            _persons ??= new PersonListing<AttendancePeriod>(this, Requests, AddPeriod);
            _persons.Add(requested);
        }
        else
        {
            RunOrTerminate(null, () => _ = Enumerate(Client.ListDaysAsync(Days())).All(AddPeriod));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _persons?.Flush();
        FlushQueue();

        // Without a range of days, every piped period is checked.
        bool isAll = _arePeriodsPiped && !_areDaysSpecified;
        WorkingTimeIssue[] issues = [.. _check!.FindIssues(isAll ? null : _from, isAll ? null : _to).Where(IsWanted)];
        IReadOnlyDictionary<string, PersonName> names =
            new PersonNameLookup(this).Find(issues.Select(issue => issue.PersonId));
        foreach (WorkingTimeIssue issue in issues
            .Select(issue => WithName(issue, names))
            .OrderBy(issue => issue.PersonName ?? issue.PersonId, StringComparer.InvariantCultureIgnoreCase)
            .ThenBy(issue => issue.PersonId, StringComparer.Ordinal))
        {
            WriteObject(issue);
        }

        base.EndProcessing();
    }

    private static WorkingTimeIssue WithName(WorkingTimeIssue issue, IReadOnlyDictionary<string, PersonName> names) =>
        names.GetValueOrDefault(issue.PersonId ?? "") is { } name
            ? issue with { PersonName = name.DisplayName, PersonEmail = name.Email }
            : issue;

    private static decimal ToNumber(object? value)
    {
        try
        {
            object? plain = PipelineInput.Unwrap(value);
            return plain is string text
                ? NumberText.Read(text, CultureInfo.CurrentCulture)
                : Convert.ToDecimal(plain, CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or OverflowException)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest,
                $"'{value}' in -RequiredBreak is not a number. Specify hours of work and minutes of break, such as "
                + "@{ 6 = 30; 9 = 45 }.",
                fault);
        }
    }

    private WorkingTimeLimits CreateLimits() => new()
    {
        MaximumHours = MaximumHours,
        MinimumRestHours = MinimumRestHours,
        MinimumBreakMinutes = MinimumBreakMinutes,
        RequiredBreaks =
        [
            .. RequiredBreak.Cast<DictionaryEntry>()
                .Select(one => new RequiredBreak(ToNumber(one.Key), ToNumber(one.Value))),
        ],
        Holidays = (Holiday ?? []).Select(day => day.Date).ToHashSet(),
    };

    // The day before shows when the rest began, and whether work continued past midnight.
    private IEnumerable<ApiRequest> Requests() => [Request(_from!.Value.AddDays(-1), _to!.Value)];

    private ApiRequest Request(DateTime from, DateTime to) => Endpoints.ListAttendancePeriods.For()
        .With("attribution_date.gte", DateText.Day(from))
        .With("attribution_date.lte", DateText.Day(to))
        .With("status", Status is [string only] ? only.ToUpperInvariant() : null);

    private WindowedQuery<AttendancePeriod> Days() => new()
    {
        From = _from!.Value.AddDays(-1),
        To = _to,
        Request = days => Request(days.First, days.Last ?? _to!.Value),
        DayOf = row => row.AttributionDate,
    };

    private bool AddPeriod(AttendancePeriod period)
    {
        AddPeriod(new PSObject(period));
        return true;
    }

    // A period that cannot be counted is one error; the others are still checked.
    private void AddPeriod(PSObject row)
    {
        string? status = PipelineInput.TextOf(row, "Status")?[0];
        if (Status is null
            ? !KnownStatus.IsRejected(status)
            : Status.Contains(status, StringComparer.OrdinalIgnoreCase))
        {
            TryRun(row, () => _check!.Add(new AttendanceRowReader(row).Read()), noun: "AttendancePeriod");
        }
    }

    private bool IsWanted(WorkingTimeIssue issue) =>
        Issue is null || Issue.Any(kind => kind.ToString() == issue.Issue);
}
