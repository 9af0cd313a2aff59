using System.Management.Automation;
using Personio.Completers;
using Personio.Models;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>Gets the members of a group, or the groups of users.</summary>
/// <example>
/// <code>Get-PingOneGroupMember -Group vpn-users | Export-Csv vpn.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PingOneGroupMember", HelpUri = HelpPages.Root + "Get-PingOneGroupMember.md")]
[OutputType(typeof(PingOneGroupMember))]
public sealed class GetPingOneGroupMemberCommand : PingOneCmdletBase
{
    /// <summary>The groups, by name or id. With -UserId, returns only these of the user's groups.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(PingOneGroupCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string[]? Group { get; set; }

    /// <summary>The ids of the users whose groups to return.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string[]? UserId { get; set; }

    /// <summary>An object with a property GroupId or UserId, or the id of a user as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns only direct memberships, which are the ones that can be removed by hand.</summary>
    [Parameter]
    public SwitchParameter Direct { get; set; }

    /// <summary>Returns at most this many memberships.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Group is not null && UserId is null)
        {
            foreach (string nameOrId in Group)
            {
                TryRun(
                    (object?)InputObject ?? nameOrId,
                    () => WriteMembers(new DirectoryNames(this).FindGroup(nameOrId ?? "")));
            }

            return;
        }

        foreach ((string id, object target) in Users(UserId, InputObject))
        {
            TryRun(target, () => WriteGroups(id));
        }
    }

    private void WriteMembers(PingOneGroup group)
    {
        string direct = Direct ? " and type eq \"DIRECT\"" : "";
        WriteRows(
            Client.ListUsersAsync(
                $"memberOfGroups[{ScimFilter.Equal("id", group.GroupId!)}{direct}]", First, null, StopToken),
            First,
            user => new PingOneGroupMember
            {
                UserId = user.UserId,
                UserName = user.UserName,
                GroupId = group.GroupId,
                GroupName = group.Name,
                Type = Direct ? "DIRECT" : null,
            });
    }

    private void WriteGroups(string id)
    {
        PingOneUser user = Await(token => Client.GetUserAsync(id, token));
        WriteRows(
            Client.ListAsync<PingOneGroupMember>(
                Client.At(Endpoints.ListMemberships, id).With("expand", "group"), First, null, StopToken),
            First,
            row => row with { UserId = user.UserId, UserName = user.UserName },
            row => (!Direct || row.Type == "DIRECT")
                && (Group is null || Group.Contains(row.GroupId) || Group.Contains(row.GroupName)));
    }
}
