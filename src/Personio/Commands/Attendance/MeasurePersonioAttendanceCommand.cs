using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Sums up working time, in decimal hours: work, less the part of breaks of the same person that really overlaps it.
/// </summary>
/// <remarks>
/// Asks Personio nothing: takes periods from Get-PersonioAttendancePeriod, or the rows of a CSV file made from them, in any
/// order. All that comes is counted, rejected periods as well: choose with -Status before. Periods that still run are left
/// out and counted in OpenPeriods. A break takes its time from the work it lies in, so it counts for the project and the
/// day of that work. Memory is needed for each group, and 24 bytes for each period, because a break may come before or
/// after its work. On the days the clocks change a sum can be an hour off, as the hours of a period can.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttendancePeriod -From 2026-03-01 -To 2026-03-31 -Status Confirmed | Measure-PersonioAttendance -By Person, Project</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "PersonioAttendance")]
[OutputType(typeof(AttendanceSummary))]
public sealed class MeasurePersonioAttendanceCommand : PersonioCommand
{
    private AttendanceTally? _tally;

    /// <summary>One sum for each person, date (AttributionDate), project or month, or for several of these together. Without it
    /// one sum for all.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public AttendanceGrouping[]? By { get; set; }

    /// <summary>A period of attendance: an object, or a row with its columns PersonId, Type, Start and End.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <inheritdoc/>
    protected override void BeginProcessing() => _tally = new AttendanceTally(By ?? []);

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(InputObject, () => _tally!.Add(Period()));

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(_tally!.Summaries(), enumerateCollection: true);

    private TrackedPeriod Period()
    {
        string type = Text("Type");
        bool isBreak = type.Equals("BREAK", StringComparison.OrdinalIgnoreCase);
        if (!isBreak && !type.Equals("WORK", StringComparison.OrdinalIgnoreCase))
        {
            throw PersonioException.Invalid($"The type '{type}' is neither WORK nor BREAK: the period was left out.");
        }

        if (InputObject.Properties["End"] is null)
        {
            throw Missing("End");
        }

        DateTime start = Date("Start") ?? throw Missing("Start");
        DateTime? end = Date("End");
        return end < start
            ? throw PersonioException.Invalid(FormattableString.Invariant(
                $"The period ends at {end:yyyy-MM-dd HH:mm}, before it starts at {start:yyyy-MM-dd HH:mm}: it was left out."))
            : new TrackedPeriod
            {
                PersonId = Text("PersonId"),
                PersonName = Piped.Text(InputObject, "PersonName")?[0],
                IsBreak = isBreak,
                Start = start,
                End = end,
                AttributionDate = Date("AttributionDate"),
                ProjectId = Piped.Text(InputObject, "ProjectId")?[0],
            };
    }

    private static PersonioException Missing(string property) => PersonioException.Invalid(
        $"The input has no {property}: pipe periods of attendance, or rows with PersonId, Type, Start and End.");

    private string Text(string property) => Piped.Text(InputObject, property)?[0].Trim() ?? throw Missing(property);

    private DateTime? Date(string property)
    {
        try
        {
            return DateText.Read(InputObject.Properties[property]?.Value)?.WallClock;
        }
        catch (ArgumentTransformationMetadataException refusal)
        {
            throw new PersonioException(ErrorKind.InvalidRequest, $"{property}: {refusal.Message}", refusal);
        }
    }
}
