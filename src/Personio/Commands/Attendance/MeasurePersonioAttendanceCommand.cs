using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>
/// Sums up working time, in decimal hours: work, less the part of breaks of the same person that really overlaps it.
/// </summary>
/// <remarks>
/// Asks Personio nothing: takes periods from Get-PersonioAttendancePeriod, or the rows of a CSV file made from them, in
/// any order. All that comes is counted, rejected periods as well: choose with -Status before. Periods that still run
/// are left out and counted in OpenPeriods. A break takes its time from the work it lies in, so it counts for the
/// project and the day of that work. Memory is needed for each group, and 24 bytes for each period, because a break may
/// come before or after its work. On the days the clocks change a sum can be an hour off, as the hours of a period can.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttendancePeriod 2026-03-01 2026-03-31 | Measure-PersonioAttendance -By Person, Project</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "PersonioAttendance")]
[OutputType(typeof(AttendanceSummary))]
public sealed class MeasurePersonioAttendanceCommand : PersonioCommand
{
    private AttendanceTally? _tally;

    /// <summary>
    /// One sum for each person, date (AttributionDate), project or month, or for several of these together. Without it
    /// one sum for all.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public AttendanceGrouping[]? By { get; set; }

    /// <summary>A period of attendance: an object, or a row with its columns PersonId, Type, Start and End.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <inheritdoc/>
    protected override void BeginProcessing() => _tally = new AttendanceTally(By ?? []);

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        Attempt(InputObject, () => _tally!.Add(new TrackedRow(InputObject).Read()));

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(_tally!.Summaries(), enumerateCollection: true);
}
