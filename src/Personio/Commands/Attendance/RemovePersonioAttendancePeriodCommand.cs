using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Removes periods of work and breaks. Asks for confirmation unless -Confirm:$false is specified.</summary>
/// <remarks>
/// A period specified only by id is read first, so that the prompt can name its person, type and times.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttendancePeriod 2026-06-01 2026-06-01 -PersonId $id | Remove-PersonioAttendancePeriod</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PersonioAttendancePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Remove-PersonioAttendancePeriod.md")]
[OutputType(typeof(AttendancePeriod))]
public sealed class RemovePersonioAttendancePeriodCommand : RemoveCmdletBase<AttendancePeriod>
{
    /// <summary>The ids of the periods.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public string[]? AttendancePeriodId { get; set; }

    private protected override string[]? Ids => AttendancePeriodId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetAttendancePeriod;

    private protected override Endpoint DeleteEndpoint => Endpoints.DeleteAttendancePeriod;

    private protected override string? IdOf(AttendancePeriod item) => item.AttendancePeriodId;

    private protected override string Describe(AttendancePeriod item) => new AttendanceDraft
    {
        PersonId = item.PersonId,
        Type = item.Type,
        Start = item.Start,
        End = item.End,
        ProjectId = item.ProjectId,
    }.ToString();
}
