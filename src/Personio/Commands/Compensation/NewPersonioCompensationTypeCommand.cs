using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Creates a compensation type for each input. The API can neither change nor remove compensation types.
/// </summary>
/// <example>
/// <code>New-PersonioCompensationType -Name 'Shift allowance' -Category Recurring</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioCompensationType", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "New-PersonioCompensationType.md")]
[OutputType(typeof(CompensationType))]
public sealed class NewPersonioCompensationTypeCommand : WriteCmdletBase
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Name { get; set; } = "";

    /// <summary>Recurring, or OneTime. Types of base salaries cannot be created.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ChoiceTransformation(typeof(CompensationCategory))]
    public CompensationCategory? Category { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput() => TryRun(Given.TargetOrId(Name), () =>
    {
        string name = Name.Trim();
        LostCharacters.Reject(name);
        if (name.Length == 0 || Category is null)
        {
            string missing = name.Length == 0 ? nameof(Name) : nameof(Category);
            throw PersonioException.Invalid($"The compensation type '{name}' was not created: its {missing} is empty.");
        }

        if (Changes.Confirm($"{name} ({Category})", "Create compensation type", "new compensation type"))
        {
            Create(name, Category == CompensationCategory.OneTime ? "ONE_TIME" : "RECURRING");
        }
    });

    private void Create(string name, string category)
    {
        CompensationType created = Changes.Commit(token => Client.CreateAsync<CompensationType>(
            Endpoints.CreateCompensationType.For().WithBody(new { name, category }), token));
        WriteObject(created with { Name = created.Name ?? name, Category = created.Category ?? category });
    }
}
