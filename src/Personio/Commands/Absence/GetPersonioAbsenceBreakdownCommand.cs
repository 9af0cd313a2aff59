using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets how much balance each day of an absence uses.</summary>
/// <remarks>
/// Sends one request for each absence; many run concurrently, within the rate limit. The output includes the person and
/// type of a piped absence.
/// </remarks>
/// <example>
/// <code>Get-PersonioAbsencePeriod -From 2026-03-01 -To 2026-03-31 | Get-PersonioAbsenceBreakdown</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioAbsenceBreakdown", HelpUri = HelpPages.Root + "Get-PersonioAbsenceBreakdown.md")]
[OutputType(typeof(AbsenceBreakdown))]
public sealed class GetPersonioAbsenceBreakdownCommand : PersonRowsCmdletBase<AbsenceBreakdown>
{
    /// <summary>The ids of the absences.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? AbsencePeriodId { get; set; }

    /// <summary>The first day to return, inclusive. Filtered here: the service has no such filter.</summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? From { get; set; }

    /// <summary>The last day to return, inclusive. Filtered here: the service has no such filter.</summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? To { get; set; }

    /// <summary>An absence, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private ChildListing<AbsenceBreakdown> Days => field ??= new(this, "AbsencePeriod", WriteRow)
    {
        Request = absence => Endpoints.ListAbsenceBreakdowns.For(absence),
        Complete = Complete,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        DayRange.Check(this, From, To);
    }

    /// <inheritdoc/>
    private protected override void ProcessInput() => Days.Add(
        FindRequested(AbsencePeriodId, InputObject, nameof(AbsencePeriodId)), InputObject,
        "absences: Get-PersonioAbsencePeriod | Get-PersonioAbsenceBreakdown");

    private IEnumerable<AbsenceBreakdown> Complete(
        IReadOnlyList<AbsenceBreakdown> rows, string absence, PSObject? input)
    {
        string? person = PipelineInput.TextOf(input, "PersonId")?[0];
        string? type = PipelineInput.TextOf(input, "AbsenceType")?[0];
        return rows
            .Where(day => !(day.Date < From?.Date) && !(day.Date > To?.Date))
            .Select(day => day with { AbsencePeriodId = absence, PersonId = person, AbsenceType = type });
    }
}
