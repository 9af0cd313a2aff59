using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets periods of work and breaks.</summary>
/// <remarks>
/// -From and -To refer to the day that the hours count for (AttributionDate), and are filtered by Personio.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttendancePeriod -From 2026-03-01 -To 2026-03-31 -Status Confirmed | Export-Csv march.csv</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioAttendancePeriod", DefaultParameterSetName = Filter,
    HelpUri = HelpPages.Root + "Get-PersonioAttendancePeriod.md")]
[OutputType(typeof(AttendancePeriod))]
public sealed class GetPersonioAttendancePeriodCommand : PeriodCmdletBase<AttendancePeriod>
{
    /// <summary>The ids of the periods. Up to 50 are fetched with each request.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AttendancePeriodId { get; set; }

    /// <summary>Returns only periods on these projects. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [Alias("Project")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string[]? ProjectId { get; set; }

    /// <summary>
    /// Returns only periods with these approval statuses: Confirmed, Pending, Rejected. A single status is filtered by
    /// Personio, several are filtered here.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ArgumentCompleter(typeof(FixedCompleter<AttendanceStates>))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>
    /// Returns only periods changed at or after this moment on the company's wall clock; a moment in UTC is converted
    /// to this computer's time zone. Filtered by Personio. Deleted periods are not returned.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>
    /// Returns only periods changed at or before this moment on the company's wall clock. Filtered by Personio.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    private protected override string[]? Ids => AttendancePeriodId;

    private protected override Endpoint ListEndpoint => Endpoints.ListAttendancePeriods;

    // The service accepts one status; several are filtered here.
    private protected override bool IsFilteredHere => Status is { Length: > 1 };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        KnownStatus.Check<AttendanceStates>(this, Status);
    }

    private protected override void ResolveFilters() => ProjectId = IdsFor(nameof(ProjectId), ProjectId);

    private protected override Action? CreateFilter(PSObject? piped) => PipelineInput.Is<Project>(piped)
        ? () => ProjectId = PipelineInput.TextOf(piped, nameof(ProjectId))
        : null;

    private protected override ApiRequest Request(DateTime? from, DateTime? to, bool isFirst) => ListEndpoint.For()
        .With("attribution_date.gte", DateText.Day(from))
        .With("attribution_date.lte", DateText.Day(to))
        .WithAny("project.id", ProjectId)
        .With("status", Status is [string only] ? only.ToUpperInvariant() : null)
        .With("updated_at.gte", FilterBounds.WallClockFloor(UpdatedAfter))
        .With("updated_at.lte", FilterBounds.WallClockCeiling(UpdatedBefore));

    private protected override WindowedQuery<AttendancePeriod> CreateQuery(DateTime from) => new()
    {
        From = from,
        To = To,
        Request = days => Request(days.First, days.Last, days.IsFirst),
        DayOf = row => row.AttributionDate,
    };

    private protected override bool IsWanted(AttendancePeriod row) =>
        !IsFilteredHere || Status!.Contains(row.Status, StringComparer.OrdinalIgnoreCase);
}
