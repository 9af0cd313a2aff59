using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Changes employments. Values that are not specified stay unchanged; $null clears a value.</summary>
/// <remarks>
/// A person without -EmploymentId means the current employment: the only one that is active or on leave, otherwise the
/// only one that has not started yet. If there is none or more than one, the error lists the employments. Each
/// employment is read first: Personio reportedly requires its status, start date and type with every change, so current
/// values are sent for those not specified; and departments and teams are replaced together. Personio's API can neither
/// terminate nor delete an employment, nor change its end date: do that in Personio.
/// </remarks>
/// <example>
/// <code>Set-PersonioEmployment 4102 -Supervisor chef@firma.example -Department Finance</code>
/// <code>Get-PersonioEmployment $id -Current | Set-PersonioEmployment -WeeklyWorkingHours 32 -PassThru</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioEmployment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioEmployment.md")]
[OutputType(typeof(Employment))]
public sealed class SetPersonioEmploymentCommand : EmploymentWriterCmdletBase
{
    /// <summary>
    /// The person: id or email address. Neither id parameter has the alias Id, which would bind the id of a person to
    /// the employment.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string? PersonId { get; set; }

    /// <summary>The ids of the employments, all of a single person. Default: the current employment.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string[]? EmploymentId { get; set; }

    /// <summary>The new status. Inactive does not terminate the employment: Personio's API cannot do that.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentStatus))]
    public EmploymentStatus? Status { get; set; }

    /// <summary>The new type.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentType))]
    public EmploymentType? Type { get; set; }

    /// <summary>Rejected: Personio's API can neither terminate an employment nor change its end date.</summary>
    [Parameter(DontShow = true)]
    [Alias("EmploymentEndDate", "LastWorkingDay", "TerminatedAt", "TerminationType", "TerminationReason")]
    public object? TerminationDate { get; set; }

    /// <summary>Reads each employment after the change and writes it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (WithCurrent() is { } person)
        {
            TryRun(Given.TargetOrId(person), () => ChangeCurrent(person), noun: "Person");
            return;
        }

        foreach ((string id, object target) in RequireIds(EmploymentId, InputObject, nameof(EmploymentId)))
        {
            TryRun(target, () => Change(IdFor(nameof(PersonId), PersonId) ?? "", id));
        }
    }

    // The person whose current employment is meant; null if the employment itself is specified or must be.
    private string? WithCurrent() =>
        EmploymentId?.Any(id => !string.IsNullOrWhiteSpace(id)) == true
        || Given.IsOnCommandLine(nameof(EmploymentId)) ? null
        : PipelineInput.ToId(InputObject) is { } text ? PersonAs(text.Trim())
        : PipelineInput.Is<ApiObject>(InputObject)
            && InputObject!.Properties["Id"]?.Value?.ToString() != PersonId ? null
        : string.IsNullOrWhiteSpace(PersonId) ? null
        : PersonId;

    // Piped text is the id of an employment unless it can only identify a person.
    private string? PersonAs(string text) =>
        !Given.IsOnCommandLine(nameof(PersonId)) && text.Length > 0
            && (PersonIds.IsAddress(text) || text.All(char.IsAsciiDigit))
            ? text
            : null;

    private void ChangeCurrent(string person)
    {
        RejectTermination();
        string personId = IdFor(nameof(PersonId), person) ?? "";
        ApiRequest list = Endpoints.ListEmployments.For(personId);
        // Validated first without the current employment, so that nothing is read for invalid values.
        BodyFor(new Employment()).RejectEmpty($"employment of person {personId}");
        IReadOnlyList<Employment> all = Await(token => Client.ListStrictAsync<Employment>(list, token));
        Send(personId, CurrentEmployment.Only(all) ?? throw CreateNoCurrentError(personId, all));
    }

    private static PersonioException CreateNoCurrentError(string personId, IReadOnlyList<Employment> all)
    {
        IEnumerable<string> known = all.OrderByDescending(one => one.EmploymentStartDate).Select(one =>
            $"{one.EmploymentId} ({one.Status?.ToLowerInvariant()} since {DateText.Day(one.EmploymentStartDate)})");
        bool isNone = all.All(one => CurrentEmployment.Only([one]) is null);
        return new PersonioException(
            all.Count == 0 ? ErrorKind.NotFound : ErrorKind.InvalidRequest,
            all.Count == 0
                ? $"Person {personId} has no employment."
                : $"Person {personId} has {(isNone ? "no" : "more than one")} current employment. Specify "
                    + $"-EmploymentId: {string.Join(", ", known)}.")
        {
            Noun = "Employment",
        };
    }

    private void RejectTermination()
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(TerminationDate)))
        {
            throw PersonioException.Invalid(
                "Personio's API cannot terminate an employment (termination, end date, last working day). Do that in "
                + "Personio; -ContractEndDate and -Status can be changed.");
        }
    }

    private void Change(string personId, string id)
    {
        RejectTermination();
        if (personId.Length == 0)
        {
            throw PersonioException.Invalid(
                $"Employment {id} requires -PersonId. Specify it, or pipe from Get-PersonioEmployment.");
        }

        // Validated first without the current employment, so that nothing is read for invalid values.
        ApiRequest read = Endpoints.GetEmployment.For(personId, id);
        BodyFor(new Employment()).RejectEmpty($"employment {id}");
        Send(personId, Await(token => Client.GetAsync<Employment>(read, token)) with { EmploymentId = id });
    }

    private void Send(string personId, Employment current)
    {
        string id = current.EmploymentId ?? "";
        ChangeBody given = BodyFor(new Employment());
        ChangeBody body = BodyFor(current)
            .AddCurrent("status", current.Status)
            .AddCurrent("type", current.Type)
            .AddCurrentDay("employment_start_date", current.EmploymentStartDate);
        if (Changes.Confirm(
            $"Employment of person {personId} ({id})",
            "Change employment: "
                + Given.ValuesOf(typeof(Employment), nameof(PersonId), nameof(EmploymentId)).InWords(current),
            $"employment {id} of person {personId}",
            $"Change {given} of employment"))
        {
            Changes.Update<Employment>(
                id,
                Endpoints.UpdateEmployment.For(personId, id).WithBody(body.Members),
                PassThru ? Endpoints.GetEmployment.For(personId, id) : null,
                changed => WriteObject(changed with { PersonId = changed.PersonId ?? personId }),
                $"Employment {id} of person {personId}");
        }
    }

    private ChangeBody BodyFor(Employment current)
    {
        if ((Given.Contains(nameof(Status)) && Status is null) || (Given.Contains(nameof(Type)) && Type is null)
            || (Given.Contains(nameof(EmploymentStartDate)) && EmploymentStartDate is null))
        {
            throw PersonioException.Invalid(
                "An employment always has a status, a type and a start date: they cannot be cleared.");
        }

        ChangeBody body = Given.CreateBody();
        AddEmployment(body, Status, Type, current);
        return body;
    }
}
