using System.Management.Automation;
using Personio.Models;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Changes users. Attributes that are not specified stay unchanged; a typed $null or empty text clears an attribute.
/// </summary>
/// <remarks>
/// The user is read first, so that only differences are sent and unspecified parts of a name are kept. Population and
/// Enabled are changed with separate requests.
/// </remarks>
/// <example>
/// <code>Set-PingOneUser $id -FamilyName Sörup -Title 'Head of networks' -Attribute @{ department = 'Netze' }</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PingOneUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PingOneUser.md")]
[OutputType(typeof(PingOneUser))]
public sealed class SetPingOneUserCommand : UserWriterCmdletBase
{
    /// <summary>The ids of the users.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string[]? UserId { get; set; }

    /// <summary>The name to sign in with, unique in the environment regardless of case.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>Writes the users as they are after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string id, object target) in Users(UserId, InputObject))
        {
            TryRun(target, () => Change(id, target));
        }
    }

    private protected override IEnumerable<(string Parameter, string Path, string? Value)> Texts() =>
        [(nameof(UserName), "username", UserName), .. base.Texts()];

    private void Change(string id, object target)
    {
        Dictionary<string, object?> wanted = SpecifiedAttributes();
        string? population = IsGiven(nameof(Population)) && Population?.Trim() is { Length: > 0 } name
            ? new DirectoryNames(this).FindPopulationId(name)
            : null;
        bool? enabled = IsGiven(nameof(Enabled)) ? Enabled : null;
        if (wanted.Count == 0 && population is null && enabled is null)
        {
            throw PersonioException.Invalid($"Nothing to change for user {id}. Specify at least one attribute.");
        }

        UserState before = Await(token => Client.GetUserStateAsync(id, token));
        Dictionary<string, object?> changes = before.FindDifferences(wanted);
        population = before.User.PopulationId == population ? null : population;
        enabled = before.User.Enabled == enabled ? null : enabled;
        string told = string.Join(", ", (IEnumerable<string>)
        [
            .. changes.Select(pair => $"{pair.Key} '{before.Text(pair.Key)}' -> '{UserState.Show(pair.Value)}'"),
            .. population is null ? (string[])[] : [$"population '{before.User.Population}' -> '{Population}'"],
            .. enabled is null ? (string[])[] : [$"enabled {before.User.Enabled} -> {enabled}"],
        ]);
        bool isDifferent = told.Length > 0;
        string summary = $"{before.User.UserName} ({id}) in {SessionInUse.EnvironmentLabel}";
        if (isDifferent && Flow.Confirm(summary, $"Set PingOne user: {told}", $"user {id}", "Set PingOne user"))
        {
            Send(id, before, changes, population, enabled, target);
        }
        else if (!isDifferent && PassThru)
        {
            WriteObject(before.User);
        }
    }

    private void Send(
        string id, UserState before, Dictionary<string, object?> changes, string? population, bool? enabled,
        object target)
    {
        WrittenUser? written = changes.Count == 0
            ? null
            : Flow.Commit(
                token => Client.UpdateUserAsync(id, before.MergeObjects(changes), token), result => result.User.UserId);
        if (population is not null)
        {
            Flow.Commit(token => Client.MoveAsync(id, population, token), _ => id);
        }

        if (enabled is { } isOn)
        {
            Flow.Commit(token => Client.SetEnabledAsync(id, isOn, token), _ => id);
        }

        if (PassThru)
        {
            // The response to the change is the current user unless other changes followed.
            WriteObject(written is not null && population is null && enabled is null
                ? written.User
                : Flow.FollowUp(id, token => Client.GetUserAsync(id, token)));
        }

        if (written is not null)
        {
            ReportNotStored(written, target);
        }
    }
}
