using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Changes periods of work and breaks. Only specified values are sent.</summary>
/// <remarks>
/// Filled cells of a CSV row count as specified; the values of a piped period do not. $null clears a value: -End $null
/// makes the period run again.
/// </remarks>
/// <example>
/// <code>Set-PersonioAttendancePeriod $id -End '2026-06-01 17:15' -Comment 'Forgot to stop' -PassThru</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioAttendancePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioAttendancePeriod.md")]
[OutputType(typeof(AttendancePeriod))]
public sealed class SetPersonioAttendancePeriodCommand : SetCmdletBase<AttendancePeriod>
{
    /// <summary>The ids of the periods.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public string[]? AttendancePeriodId { get; set; }

    /// <summary>The start on the company's wall clock, never shifted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? Start { get; set; }

    /// <summary>The end, at most 24 hours after the start; $null makes the period run again.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? End { get; set; }

    /// <summary>A comment of at most 1000 characters; $null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <summary>
    /// The id or name of an active project, for work only; $null removes the period from its project.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Project")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string? ProjectId { get; set; }

    /// <summary>Changes the period without requesting a new approval.</summary>
    [Parameter]
    public SwitchParameter SkipApproval { get; set; }

    private string? ProjectToSet => IdFor(nameof(ProjectId), ProjectId);

    private protected override string[]? Ids => AttendancePeriodId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetAttendancePeriod;

    private protected override Endpoint ListEndpoint => Endpoints.ListAttendancePeriods;

    private protected override Endpoint UpdateEndpoint => Endpoints.UpdateAttendancePeriod;

    private protected override ApiRequest Request(string id) =>
        base.Request(id).With("skip_approval", SkipApproval ? "true" : null);

    // The description already says that this is a period of attendance.
    private protected override string Action(ChangeBody body) => $"Change {body}";

    private protected override (ChangeBody Body, string? Description) Plan(string id)
    {
        ChangeBody body = Given.CreateBody()
            .AddMoment(nameof(Start), "start", Start)
            .AddMoment(nameof(End), "end", End)
            .AddText(nameof(Comment), "comment", Comment)
            .AddReference(nameof(ProjectId), "project", Given.Contains(nameof(ProjectId)) ? ProjectToSet : null);
        AttendanceDraft known = CreateDraft(body);
        string period = known.ToString();
        if (body.IsEmpty || (body.Members.ContainsKey("start") && Start is null))
        {
            throw PersonioException.Invalid(body.IsEmpty
                ? $"Nothing to change for {period} ({id}). Specify -Start, -End, -Comment or -ProjectId."
                : $"{period} ({id}) cannot be without a start.");
        }

        return (body, known.IsEmpty ? null : period);
    }

    // Values of the input complete the specified ones, so that more can be checked and described. Values that stay
    // unchanged are not checked.
    private AttendanceDraft CreateDraft(ChangeBody body)
    {
        bool moves = body.Members.ContainsKey("start") || body.Members.ContainsKey("end");
        var draft = new AttendanceDraft
        {
            PersonId = PipelineInput.TextOf(InputObject, "PersonId")?[0],
            Type = PipelineInput.TextOf(InputObject, "Type")?[0],
            Start = Start,
            End = End,
            Comment = Comment,
            ProjectId = body.Members.ContainsKey("project") ? ProjectToSet : null,
        };
        _ = (moves ? draft : draft with { Start = null }).Check();
        return draft;
    }
}
