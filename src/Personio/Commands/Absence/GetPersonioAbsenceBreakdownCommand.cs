using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets how much balance each day of an absence uses.</summary>
/// <remarks>
/// One request for each absence; many run at the same time, within the rate limit. The person and the type of an
/// absence that is piped are on the output, too.
/// </remarks>
/// <example>
/// <code>Get-PersonioAbsencePeriod -From 2026-03-01 -To 2026-03-31 | Get-PersonioAbsenceBreakdown</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioAbsenceBreakdown", HelpUri = HelpPages.Root + "Get-PersonioAbsenceBreakdown.md")]
[OutputType(typeof(AbsenceBreakdown))]
public sealed class GetPersonioAbsenceBreakdownCommand : PersonChildListCmdletBase<AbsenceBreakdown>
{
    /// <summary>The ids of the absences.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? AbsencePeriodId { get; set; }

    /// <summary>The first day wanted, inclusive. Filtered here: the service has no filter for it.</summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? From { get; set; }

    /// <summary>The last day wanted, inclusive. Filtered here: the service has no filter for it.</summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? To { get; set; }

    private protected override string Owner => "AbsencePeriod";

    private protected override string[]? OwnerIds => AbsencePeriodId;

    private protected override string Question =>
        "Specify -AbsencePeriodId, or pipe absences: "
        + "Get-PersonioAbsencePeriod | Get-PersonioAbsenceBreakdown.";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckSpan(From, To);
    }

    private protected override string? PersonOf(AbsenceBreakdown row) => row.PersonId;

    private protected override AbsenceBreakdown WithName(AbsenceBreakdown row, PersonName name) =>
        row with { PersonName = name.DisplayName, PersonEmail = name.Email };

    private protected override ApiRequest Request(string ownerId) => Endpoints.ListAbsenceBreakdowns.For(ownerId);

    private protected override IEnumerable<AbsenceBreakdown> Completed(
        IReadOnlyList<AbsenceBreakdown> rows, string ownerId, PSObject? input)
    {
        string? person = PipelineInput.Text(input, "PersonId")?[0];
        string? type = PipelineInput.Text(input, "AbsenceType")?[0];
        return rows
            .Where(day => !(day.Date < From?.Date) && !(day.Date > To?.Date))
            .Select(day => day with { AbsencePeriodId = ownerId, PersonId = person, AbsenceType = type });
    }
}
