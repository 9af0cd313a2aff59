using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Changes employments. What is not given stays as it is; $null clears.</summary>
/// <remarks>
/// Each employment is read first: Personio is said to demand its status, start date and type with every change, so
/// they are sent as they are where they are not given; and departments and teams are replaced together. Personio's
/// API can neither terminate nor delete an employment, nor change its end date: do that in Personio.
/// </remarks>
/// <example>
/// <code>Get-PersonioEmployment $id -Current | Set-PersonioEmployment -WeeklyWorkingHours 32 -PassThru</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioEmployment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioEmployment.md")]
[OutputType(typeof(Employment))]
public sealed class SetPersonioEmploymentCommand : EmploymentWriterCommand
{
    /// <summary>The id of the person. Neither id has the alias Id, which would bind a person's to the
    /// employment.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PersonId { get; set; }

    /// <summary>The ids of the employments, all of the one person.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string[]? EmploymentId { get; set; }

    /// <summary>The new state. Inactive is no termination: Personio's API has none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentStatus))]
    public EmploymentStatus? Status { get; set; }

    /// <summary>The new type.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentType))]
    public EmploymentType? Type { get; set; }

    /// <summary>Refused: Personio's API can neither terminate an employment nor change its end date.</summary>
    [Parameter(DontShow = true)]
    [Alias("EmploymentEndDate", "LastWorkingDay", "TerminatedAt", "TerminationType", "TerminationReason")]
    public object? TerminationDate { get; set; }

    /// <summary>Reads each employment after its change and writes it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (Piped.Is<Person>(InputObject))
        {
            Attempt(InputObject, () => throw PersonioException.Invalid(
                "Which employment of this person? Get-PersonioPerson | Get-PersonioEmployment -Current | "
                + "Set-PersonioEmployment."));
            return;
        }

        foreach ((string id, object target) in Asked(EmploymentId, InputObject, nameof(EmploymentId)) ?? Nothing())
        {
            Attempt(target, () => Change((PersonId ?? "").Trim(), id));
        }
    }

    private void Change(string personId, string id)
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(TerminationDate)))
        {
            throw PersonioException.Invalid(
                "Personio's API cannot terminate an employment (termination, end date, last working day). Do that in "
                + "Personio; -ContractEndDate and -Status can be changed.");
        }

        if (personId.Length == 0)
        {
            throw PersonioException.Invalid(
                $"Whose employment is {id}? Give -PersonId too, or pipe from Get-PersonioEmployment.");
        }

        // First without the employment as it is, so that nothing is read for what cannot be meant.
        ApiRequest read = Endpoints.GetEmployment.For(personId, id);
        ChangeBody given = Changes(new Employment());
        RefuseEmpty(given, id);
        Employment now = Await(token => Client.GetAsync<Employment>(read, token));
        ChangeBody body = Changes(now)
            .Keep("status", now.Status)
            .Keep("type", now.Type)
            .KeepDay("employment_start_date", now.EmploymentStartDate);
        if (MayChange(
            $"Employment of person {personId} ({id})", $"Change {given} of employment",
            $"employment {id} of person {personId}"))
        {
            SendChange<Employment>(
                id,
                Endpoints.UpdateEmployment.For(personId, id).WithBody(body.Members),
                PassThru ? read : null,
                changed => WriteObject(changed with { PersonId = changed.PersonId ?? personId }),
                $"Employment {id} of person {personId}");
        }
    }

    private ChangeBody Changes(Employment now)
    {
        if ((IsGiven(nameof(Status)) && Status is null) || (IsGiven(nameof(Type)) && Type is null)
            || (IsGiven(nameof(EmploymentStartDate)) && EmploymentStartDate is null))
        {
            throw PersonioException.Invalid(
                "An employment always has a status, a type and a start date: they cannot be cleared.");
        }

        ChangeBody body = Body();
        AddEmployment(body, Status, Type, now);
        return body;
    }
}
