using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Totals working time in decimal hours: all rows of work, and the breaks between them separately.</summary>
/// <remarks>
/// Takes periods from Get-PersonioAttendancePeriod, or the rows of a CSV file made from them, in any order. Sends
/// requests only for names: one for the projects when grouping by project with a session, and one for each person plus
/// the lists when grouping by department or team. All input is counted, including rejected periods; filter with -Status
/// beforehand. Running periods are not measured; OpenPeriods counts them. Personio takes breaks out of work, so a break
/// lies between two rows of work and counts for the project of the work before it; a break within work is deducted from
/// that work. Time shared by two rows of one person's work counts once, and a warning names it. A row that ends before
/// it starts is one error, and the others are still counted. Needs memory for each group, and 32 bytes for each period.
/// On the days when the clocks change, a total can be an hour off, as can the hours of a period.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttendancePeriod 2026-03-01 2026-03-31 | Measure-PersonioAttendance -By Person, Project</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "PersonioAttendance", HelpUri = HelpPages.Root + "Measure-PersonioAttendance.md")]
[OutputType(typeof(AttendanceSummary))]
public sealed class MeasurePersonioAttendanceCommand : ConnectedCmdletBase
{
    // A file that was read twice would report all of its time.
    private const int MaxReported = 10;

    private AttendanceTally? _tally;

    /// <summary>
    /// Returns one total for each person, department, team, date (AttributionDate), project or month, or for several of
    /// these combined. Departments and teams are those of the current employments. By default, returns a single total.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public AttendanceGrouping[]? By { get; set; }

    /// <summary>A period of attendance: an object, or a row with the columns PersonId, Type, Start and End.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <summary>
    /// Refreshes the names of projects, departments and teams that the session caches for ten minutes.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    // Project names are optional: rows of a file can be totaled without a session.
    private protected override bool NeedsSession => _tally!.IsByUnit;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _tally = new AttendanceTally(By ?? []);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    private protected override void ProcessInput() =>
        TryRun(InputObject, () => _tally!.Add(new AttendanceRowReader(InputObject).Read()));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (AttendanceSummary sum in SummaryOrder.Order(
            WithProjects([.. _tally!.CreateSummaries(Units())]), By, NameIn))
        {
            WriteObject(sum);
        }

        SharedWork[] shared = [.. _tally.FindShared()];
        if (shared.Length > 0)
        {
            string[] times = Array.ConvertAll(shared, InWords);
            WriteWarning(
                $"Work overlaps work, and the shared time counts once: {ShortList.Join(times, MaxReported, "; ")}.");
        }

        base.EndProcessing();
    }

    private IReadOnlyDictionary<string, PersonUnits>? Units() => _tally!.IsByUnit
        ? new PersonUnitsLookup(this).Find(_tally.Persons, PersonUnitsLookup.ListsFor(
            By!.Contains(AttendanceGrouping.Department), By!.Contains(AttendanceGrouping.Team)))
        : null;

    private AttendanceSummary[] WithProjects(AttendanceSummary[] sums)
    {
        string[] ids = [.. sums.Where(sum => sum.ProjectName is null).Select(sum => sum.ProjectId).OfType<string>()];
        if (ids.Length == 0 || !HasSession)
        {
            return sums;
        }

        var projects = new EntryNameLookup(this, CompanyLists.Projects);
        IReadOnlyDictionary<string, string> names = projects.Find(ids);
        return
        [
            .. sums.Select(sum => sum with
            {
                ProjectName = sum.ProjectName ?? names.GetValueOrDefault(sum.ProjectId ?? ""),
            }),
        ];
    }

    private static string? NameIn(AttendanceGrouping by, AttendanceSummary sum) => by switch
    {
        AttendanceGrouping.Person => sum.PersonName ?? sum.PersonId,
        AttendanceGrouping.Date => DateText.Day(sum.Date),
        AttendanceGrouping.Project => sum.ProjectName ?? sum.ProjectId,
        AttendanceGrouping.Department => sum.Department,
        AttendanceGrouping.Team => sum.Team,
        _ => sum.Month,
    };

    private static string InWords(SharedWork time) =>
        $"person {time.PersonId}, {DateText.Minute(time.Start)} to {DateText.Minute(time.End)}";
}
