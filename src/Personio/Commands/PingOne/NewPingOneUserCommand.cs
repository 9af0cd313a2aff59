using System.Management.Automation;
using Personio.Models;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>Creates a user for each input object.</summary>
/// <remarks>
/// The user has no password until one is set or recovered. If the response to a creation is lost, the user is looked up
/// by user name and external id before an error is reported.
/// </remarks>
/// <example>
/// <code>
/// New-PingOneUser -UserName ilka.broemse -Email ilka.broemse@example.org -FamilyName Brömse -Enabled $false
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PingOneUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "New-PingOneUser.md")]
[OutputType(typeof(PingOneUser))]
public sealed class NewPingOneUserCommand : UserWriterCmdletBase
{
    /// <summary>The name to sign in with, unique in the environment regardless of case.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string UserName { get; set; } = "";

    private object Target => (object?)InputObject ?? UserName;

    /// <inheritdoc/>
    protected override void ProcessRecord() => TryRun(Target, () =>
    {
        Dictionary<string, object?> attributes = SpecifiedAttributes();
        LostCharacters.Reject(UserName);
        attributes["username"] = UserName.Trim();
        if (Population?.Trim() is { Length: > 0 } population)
        {
            attributes["population.id"] = new DirectoryNames(this).FindPopulationId(population);
        }

        if (Enabled is { } enabled)
        {
            attributes["enabled"] = enabled;
        }

        if (Flow.Confirm(
            $"{UserName}{(Email is null ? "" : $" ({Email})")} in {SessionInUse.EnvironmentLabel}",
            "Create PingOne user", "user"))
        {
            WrittenUser created = Flow.Commit(
                token => Client.CreateUserAsync(attributes, token), written => written.User.UserId);
            WriteObject(created.User);
            ReportNotStored(created, Target);
        }
    });
}
