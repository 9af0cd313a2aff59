using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Sums up working time in decimal hours: all rows of work, with the breaks between them beside it.</summary>
/// <remarks>
/// Takes periods from Get-PersonioAttendancePeriod, or the rows of a CSV file made from them, in any order. Sends
/// requests for names alone: one for the projects where they are summed up by project and there is a session, and for
/// departments and teams one for each person, and their lists. Everything that comes is counted, rejected periods as
/// well: choose with -Status before. Periods that still run are not measured; OpenPeriods counts them. Personio takes
/// breaks out of work, so a break lies between two rows of work and counts for the project of the work before it; a
/// break within work is taken off that work. Time that two rows of work of one person share counts once, and a warning
/// names it. A row that ends before it starts is one error, and the others are summed up. Memory is needed for each
/// group, and 32 bytes for each period. On the days the clocks change a sum can be an hour off, as the hours of a
/// period can.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttendancePeriod 2026-03-01 2026-03-31 | Measure-PersonioAttendance -By Person, Project</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "PersonioAttendance", HelpUri = HelpPages.Root + "Measure-PersonioAttendance.md")]
[OutputType(typeof(AttendanceSummary))]
public sealed class MeasurePersonioAttendanceCommand : ConnectedCmdletBase
{
    // A file that was read twice has all of its time twice.
    private const int MostTold = 10;

    private AttendanceTally? _tally;

    /// <summary>
    /// One sum for each person, department, team, date (AttributionDate), project or month, or for several of these
    /// together. Departments and teams are those of the current employments. By default there is one total.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public AttendanceGrouping[]? By { get; set; }

    /// <summary>A period of attendance: an object, or a row with its columns PersonId, Type, Start and End.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <summary>Asks anew for the names of projects, departments and teams that the session keeps for ten minutes.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    // Names of projects are a help: rows of a file can be summed up without them.
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
        foreach (AttendanceSummary sum in SummaryOrder.Order(WithProjects([.. _tally!.Summaries(Units())]), By, NameIn))
        {
            WriteObject(sum);
        }

        SharedWork[] shared = [.. _tally.Shared()];
        if (shared.Length > 0)
        {
            string[] times = Array.ConvertAll(shared, InWords);
            WriteWarning($"Work overlaps work, and the shared time counts once: {ShortList.Join(times, MostTold, "; ")}.");
        }

        base.EndProcessing();
    }

    private IReadOnlyDictionary<string, PersonUnits>? Units() => _tally!.IsByUnit
        ? new UnitsOfPersons(this).Find(_tally.Persons, UnitsOfPersons.ListsFor(
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
