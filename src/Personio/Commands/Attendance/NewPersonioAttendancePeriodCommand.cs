using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Makes periods of work and breaks, one for each input: an object, or a row of a CSV file.</summary>
/// <remarks>
/// A new period can cut or move others of the same person, as a break cuts the work it lies in. Those others are in the
/// property AffectedPeriods of the output, and -Verbose tells them.
/// </remarks>
/// <example>
/// <code>New-PersonioAttendancePeriod -PersonId $id -Type Work -Start '2026-06-01 08:00' -End '2026-06-01 17:00'</code>
/// <code>Import-Csv hours.csv | New-PersonioAttendancePeriod -SkipApproval -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioAttendancePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AttendancePeriod))]
public sealed class NewPersonioAttendancePeriodCommand : WriterCommand
{
    /// <summary>The id of the person.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string PersonId { get; set; } = "";

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
    /// The end, at most 24 hours after the start, perhaps on the next day. Without it, or empty, the period runs.
    /// </summary>
    [Parameter(Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? End { get; set; }

    /// <summary>A comment of at most 1000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <summary>The id of an active project, for work only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ProjectIdCompleter))]
    public string? ProjectId { get; set; }

    /// <summary>Makes the period confirmed at once, without asking anybody.</summary>
    [Parameter]
    public SwitchParameter SkipApproval { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(TargetOr(PersonId), () =>
    {
        AttendanceDraft draft = Draft().Check();
        if (ShouldProcess(draft.ToString(), "Create attendance"))
        {
            Create(draft);
        }
    });

    private AttendanceDraft Draft()
    {
        string person = PersonId.Trim();
        string? missing =
            person.Length == 0 ? nameof(PersonId) : Type is null ? nameof(Type) : Start is null ? nameof(Start) : null;
        return missing is null
            ? new AttendanceDraft
            {
                PersonId = person,
                Type = Type.ToString(),
                Start = Start,
                End = End,
                Comment = Comment,
                ProjectId = ProjectId?.Trim(),
            }
            : throw PersonioException.Invalid(
                $"The attendance of person '{person}' was not written: its {missing} is empty.");
    }

    private void Create(AttendanceDraft draft)
    {
        if (draft.End is null && MayBeForgotten<AttendancePeriod>(nameof(End)))
        {
            WriteWarning($"No End was given: {draft}.");
        }

        AttendancePeriod made = Await(token => Client.CreateAsync<AttendancePeriod>(
            Endpoints.CreateAttendancePeriod.For()
                .With("skip_approval", SkipApproval ? "true" : null)
                .WithBody(draft.ToBody()),
            token));
        if (made.AffectedPeriods.Count > 0)
        {
            WriteVerbose($"Personio changed other periods of person {draft.PersonId} as well: {made.AffectedPeriods}.");
        }

        WriteMade(
            made with { PersonId = made.PersonId ?? draft.PersonId },
            isWhole: made.Start is not null,
            () => Endpoints.GetAttendancePeriod.For(made.AttendancePeriodId ?? ""),
            period => WriteObject(period with { AffectedPeriods = made.AffectedPeriods }));
    }
}
