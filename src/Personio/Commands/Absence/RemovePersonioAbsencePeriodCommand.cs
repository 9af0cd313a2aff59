using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Removes absences. Asks first, unless -Confirm:$false is given.</summary>
/// <remarks>An absence that comes as an id alone is read first, so that the question names person, type and dates.
/// </remarks>
/// <example>
/// <code>Get-PersonioAbsencePeriod -PersonId $id -From 2026-08-01 -Status Pending | Remove-PersonioAbsencePeriod</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "PersonioAbsencePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AbsencePeriod))]
public sealed class RemovePersonioAbsencePeriodCommand : AbsenceCommand
{
    /// <summary>The ids of the absences.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public string[]? AbsencePeriodId { get; set; }

    /// <summary>Writes each absence that was removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>An absence, or the id of one as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Asked(AbsencePeriodId, InputObject, nameof(AbsencePeriodId)) is not { } asked)
        {
            Attempt(null, () => throw PersonioException.Invalid("Which absences? Give -AbsencePeriodId, or pipe absences."));
            return;
        }

        foreach ((string id, object target) in asked)
        {
            Attempt(target, () => Remove(id));
        }
    }

    private void Remove(string id)
    {
        // An id that was given beside a piped absence is another one.
        AbsencePeriod absence = InputObject?.BaseObject is AbsencePeriod piped && piped.AbsencePeriodId == id
            ? piped
            : Named(Read(id));
        if (!ShouldProcess(
            $"{absence.AbsenceType ?? absence.AbsenceTypeId} of person {absence.PersonId}, {Days(absence)} ({id})",
            "Remove absence"))
        {
            return;
        }

        Await(token => Client.SendAsync(Endpoints.DeleteAbsencePeriod.For(id), token));
        if (PassThru)
        {
            WriteObject(absence);
        }
    }

    private AbsencePeriod Read(string id) =>
        Await(token => Client.GetAsync<AbsencePeriod>(Endpoints.GetAbsencePeriod.For(id), token));

    private static string Days(AbsencePeriod absence) => FormattableString.Invariant(
        $"{absence.StartDate:yyyy-MM-dd} to {(absence.EndDate is { } end ? $"{end:yyyy-MM-dd}" : "open end")}");
}
