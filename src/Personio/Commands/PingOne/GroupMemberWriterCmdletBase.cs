using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio;

/// <summary>The base of the cmdlets that add users to groups or remove them.</summary>
public abstract class GroupMemberWriterCmdletBase : PingOneCmdletBase
{
    private readonly Dictionary<string, PingOneGroup> _groups = new(StringComparer.Ordinal);

    /// <summary>The group, by name or id. Dynamic and external groups cannot be changed by hand.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(PingOneGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string Group { get; set; } = "";

    /// <summary>The ids of the users.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string[]? UserId { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the membership of each user, including those for whom nothing had to be changed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The action, as shown in prompts.</summary>
    private protected abstract string Action { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string id, object target) in Users(UserId, InputObject))
        {
            TryRun(target, () => Change(id));
        }
    }

    /// <summary>Makes the change; false if there was nothing to do.</summary>
    private protected abstract Task<bool> SendAsync(string userId, string groupId, CancellationToken cancellationToken);

    private void Change(string id)
    {
        if (!_groups.TryGetValue(Group, out PingOneGroup? group))
        {
            group = _groups[Group] = new DirectoryNames(this).FindGroup(Group);
        }

        if (group.IsDynamic || group.SourceType is not null)
        {
            string why = group.IsDynamic ? "dynamic: its filter makes its members" : "kept in another system";
            throw PersonioException.Invalid(
                $"Group '{group.Name}' is {why}, so members cannot be added or removed by hand.");
        }

        if (Flow.Confirm(
            $"user {NameOf(id)} and group {group.Name} in {SessionInUse.EnvironmentLabel}", Action,
            $"user {id}, group {group.GroupId}"))
        {
            bool isChanged = Flow.Commit(token => SendAsync(id, group.GroupId!, token), _ => id);
            WriteVerbose(isChanged ? $"{Action}: user {id}, group {group.GroupId}." : $"User {id}: nothing to do.");
            if (PassThru)
            {
                WriteObject(new PingOneGroupMember
                {
                    UserId = id,
                    UserName = (InputObject?.BaseObject as PingOneUser)?.UserName,
                    GroupId = group.GroupId,
                    GroupName = group.Name,
                    Type = "DIRECT",
                });
            }
        }
    }

    private string NameOf(string id) =>
        InputObject?.BaseObject is PingOneUser { UserName: { } name } ? $"{name} ({id})" : id;
}
