using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Creates a period of work or a break for each input: an object or a row of a CSV file.</summary>
/// <remarks>
/// A new period can shorten, split or move other periods of the same person, as a break splits the work it lies in. The
/// output lists those periods in AffectedPeriods, and -Verbose reports them.
/// </remarks>
/// <example>
/// <code>New-PersonioAttendancePeriod -PersonId $id -Type Work -Start '2026-06-01 08:00' -End '2026-06-01 17:00'</code>
/// <code>Import-Csv hours.csv | New-PersonioAttendancePeriod -SkipApproval -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioAttendancePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "New-PersonioAttendancePeriod.md")]
[OutputType(typeof(AttendancePeriod), typeof(CreationSummary))]
public sealed class NewPersonioAttendancePeriodCommand : NewPeriodCmdletBase<AttendancePeriod>
{
    /// <summary>Work or Break; a break is a period of its own.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ChoiceTransformation(typeof(AttendanceType))]
    public AttendanceType? Type { get; set; }

    /// <summary>
    /// The start on the company's wall clock: a DateTime, or text such as 2026-06-01T08:00. Never shifted.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? Start { get; set; }

    /// <summary>
    /// The end, at most 24 hours after the start, possibly on the next day. If omitted or empty, the period is running.
    /// </summary>
    [Parameter(Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? End { get; set; }

    /// <summary>A comment of at most 1000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <summary>The id or name of an active project, for work only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Project")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string? ProjectId { get; set; }

    private protected override PeriodKind<AttendancePeriod> Kind => field ??= new AttendanceKind(this);

    private protected override IPeriodDraft Draft() => AttendanceKind.Draft(new AttendanceDraft
    {
        PersonId = Person,
        Type = Type?.ToString(),
        Start = Start,
        End = End,
        Comment = Comment,
        ProjectId = IdFor(nameof(ProjectId), ProjectId),
    });

    private protected override void Write(AttendancePeriod created, string personId) => Changes.WriteCreated(
        created with { PersonId = created.PersonId ?? personId },
        isComplete: created.Start is not null,
        () => Endpoints.GetAttendancePeriod.For(created.AttendancePeriodId ?? ""),
        period => WriteObject(period with { AffectedPeriods = created.AffectedPeriods }));
}
