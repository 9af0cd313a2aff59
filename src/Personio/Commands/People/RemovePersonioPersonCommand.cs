using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Removes persons and all their data. Asks for confirmation unless -Confirm:$false is specified.</summary>
/// <remarks>
/// A person specified only by id is read first, so that the prompt names the person. This cannot be undone. Persons who
/// leave are terminated in Personio rather than removed: the API can neither terminate nor delete a single employment.
/// Piped employments are rejected, because their persons would be removed.
/// </remarks>
/// <example>
/// <code>Get-PersonioPerson -Email test@example.org | Remove-PersonioPerson</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PersonioPerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Remove-PersonioPerson.md")]
[OutputType(typeof(Person))]
public sealed class RemovePersonioPersonCommand : RemoveCmdletBase<Person>
{
    /// <summary>The persons: ids or email addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    private protected override string[]? Ids => PersonId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetPerson;

    private protected override Endpoint DeleteEndpoint => Endpoints.DeletePerson;

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (PipelineInput.TextOf(InputObject, "EmploymentId") is not [string employment])
        {
            base.ProcessInput();
            return;
        }

        TryRun(InputObject, () => throw PersonioException.Invalid(
            $"Employment {employment} was not removed: Personio's API cannot delete an employment. To remove the whole "
            + "person, pipe the person or specify -PersonId."));
    }

    private protected override string? IdOf(Person item) => item.PersonId;

    private protected override string Describe(Person item) =>
        item.Email is null || item.Email == item.DisplayName
            ? item.DisplayName ?? "Person"
            : $"{item.DisplayName} <{item.Email}>";
}
