using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>The base of the cmdlets that enable and disable users.</summary>
public abstract class UserSwitchCmdletBase : PingOneCmdletBase
{
    /// <summary>The ids of the users.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string[]? UserId { get; set; }

    /// <summary>An object with a property UserId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the users as they are after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract bool IsEnabling { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string id, object target) in Users(UserId, InputObject))
        {
            TryRun(target, () => Switch(id));
        }
    }

    private void Switch(string id)
    {
        // Read first: the prompt must show the user, and a piped object may be out of date.
        PingOneUser user = Await(token => Client.GetUserAsync(id, token));
        if (user.Enabled == IsEnabling)
        {
            WriteVerbose($"User {id} is {(IsEnabling ? "enabled" : "disabled")} already.");
        }
        else if (Flow.Confirm(
            $"{user.UserName} ({user.DisplayName}) in {SessionInUse.EnvironmentLabel}",
            IsEnabling ? "Enable PingOne user" : "Disable PingOne user", $"user {id}"))
        {
            Flow.Commit(token => Client.SetEnabledAsync(id, IsEnabling, token), _ => id);
            user = PassThru ? Flow.FollowUp(id, token => Client.GetUserAsync(id, token)) : user;
        }
        else
        {
            return;
        }

        if (PassThru)
        {
            WriteObject(user);
        }
    }
}
