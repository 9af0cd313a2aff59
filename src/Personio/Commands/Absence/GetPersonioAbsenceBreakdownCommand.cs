using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets how much balance each day of an absence uses.</summary>
/// <remarks>One request for each absence; many run at the same time, within the rate limit.</remarks>
/// <example>
/// <code>Get-PersonioAbsencePeriod -From 2026-03-01 -To 2026-03-31 | Get-PersonioAbsenceBreakdown</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioAbsenceBreakdown")]
[OutputType(typeof(AbsenceBreakdown))]
public sealed class GetPersonioAbsenceBreakdownCommand : ConnectedCommand
{
    /// <summary>The ids of the absences.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? AbsencePeriodId { get; set; }

    /// <summary>The first day wanted, inclusive. Filtered here: the service has no filter for it.</summary>
    [Parameter]
    [DayTransformation]
    public DateTime? From { get; set; }

    /// <summary>The last day wanted, inclusive. Filtered here: the service has no filter for it.</summary>
    [Parameter]
    [DayTransformation]
    public DateTime? To { get; set; }

    /// <summary>An absence, whose person and type the output then has too, or the id of one as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckSpan(From, To);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Asked(AbsencePeriodId, InputObject, nameof(AbsencePeriodId)) is not { } absences)
        {
            Attempt(null, () => throw PersonioException.Invalid(
                "Which absences? Give -AbsencePeriodId, or pipe absences: Get-PersonioAbsencePeriod | "
                + "Get-PersonioAbsenceBreakdown."));
            return;
        }

        string? person = Piped.Text(InputObject, "PersonId")?[0];
        string? type = Piped.Text(InputObject, "AbsenceType")?[0];
        foreach ((string id, object target) in absences)
        {
            Ahead(
                target,
                token => Client.ListAllAsync<AbsenceBreakdown>(Endpoints.ListAbsenceBreakdowns.For(id), token),
                days => Write(id, person, type, days),
                noun: "AbsencePeriod");
        }
    }

    private void Write(string id, string? person, string? type, IReadOnlyList<AbsenceBreakdown> days)
    {
        foreach (AbsenceBreakdown day in days)
        {
            if (!(day.Date < From?.Date) && !(day.Date > To?.Date))
            {
                WriteObject(day with { AbsencePeriodId = id, PersonId = person, AbsenceType = type });
            }
        }
    }
}
