using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Sums up working time in decimal hours: all rows of work, with the breaks between them beside it.</summary>
/// <remarks>
/// Sends no request: takes periods from Get-PersonioAttendancePeriod, or the rows of a CSV file made from them, in any
/// order. Everything that comes is counted, rejected periods as well: choose with -Status before. Periods that still
/// run are left out and counted in OpenPeriods. Personio takes breaks out of work, so a break lies between two rows of
/// work and counts for the project of the work before it; a break within work is taken off that work. Time that two
/// rows of work of one person share counts once, and a warning names it. A row that ends before it starts is one error,
/// and the others are summed up. Memory is needed for each group, and 32 bytes for each period. On the days the clocks
/// change a sum can be an hour off, as the hours of a period can.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttendancePeriod 2026-03-01 2026-03-31 | Measure-PersonioAttendance -By Person, Project</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "PersonioAttendance", HelpUri = HelpPages.Root + "Measure-PersonioAttendance.md")]
[OutputType(typeof(AttendanceSummary))]
public sealed class MeasurePersonioAttendanceCommand : PersonioCommand
{
    // A file that was read twice has all of its time twice.
    private const int MostTold = 10;

    private AttendanceTally? _tally;

    /// <summary>
    /// One sum for each person, date (AttributionDate), project or month, or for several of these together. By default
    /// there is one total.
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
    protected override void EndProcessing()
    {
        WriteObject(_tally!.Summaries(), enumerateCollection: true);
        SharedWork[] shared = [.. _tally.Shared()];
        if (shared.Length > 0)
        {
            SharedWork[] shown = shared[..Math.Min(MostTold, shared.Length)];
            WriteWarning(
                $"Work overlaps work, and the shared time counts once: {string.Join("; ", shown.Select(InWords))}"
                + (shared.Length > shown.Length ? $"; and {shared.Length - shown.Length} more." : "."));
        }
    }

    private static string InWords(SharedWork time) => FormattableString.Invariant(
        $"person {time.PersonId}, {time.Start:yyyy-MM-dd HH:mm} to {time.End:yyyy-MM-dd HH:mm}");
}
