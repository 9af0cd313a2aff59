using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Removes absences. Asks for confirmation unless -Confirm:$false is specified.</summary>
/// <remarks>
/// An absence specified only by id is read first, so that the prompt can name its person, type and dates.
/// </remarks>
/// <example>
/// <code>Get-PersonioAbsencePeriod -PersonId $id -From 2026-08-01 -Status Pending | Remove-PersonioAbsencePeriod</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PersonioAbsencePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Remove-PersonioAbsencePeriod.md")]
[OutputType(typeof(AbsencePeriod))]
public sealed class RemovePersonioAbsencePeriodCommand : RemoveCmdletBase<AbsencePeriod>
{
    private AbsenceTypes? _types;

    /// <summary>The ids of the absences.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public string[]? AbsencePeriodId { get; set; }

    private protected override string[]? Ids => AbsencePeriodId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetAbsencePeriod;

    private protected override Endpoint DeleteEndpoint => Endpoints.DeleteAbsencePeriod;

    private protected override string? IdOf(AbsencePeriod item) => item.AbsencePeriodId;

    private protected override AbsencePeriod Complete(AbsencePeriod item) =>
        (_types ??= new AbsenceTypes(this)).WithNameIfKnown(item);

    private protected override string Describe(AbsencePeriod item) =>
        $"{item.AbsenceType ?? item.AbsenceTypeId} of person {item.PersonId}, {DateText.Day(item.StartDate)} to "
        + (DateText.Day(item.EndDate) ?? "open end");
}
