using System.Management.Automation;
using Personio.Completers;
using Personio.Models;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>Gets who is in a group, or in which groups users are.</summary>
/// <example>
/// <code>Get-PingOneGroupMember -Group vpn-users | Export-Csv vpn.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PingOneGroupMember", DefaultParameterSetName = OfGroup)]
[OutputType(typeof(PingOneGroupMember))]
public sealed class GetPingOneGroupMemberCommand : PingOneCmdletBase
{
    private const string OfGroup = "Group";
    private const string OfUser = "User";

    /// <summary>The groups, by name or id.</summary>
    [Parameter(ParameterSetName = OfGroup, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(PingOneGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Group { get; set; } = [];

    /// <summary>The ids of the users.</summary>
    [Parameter(ParameterSetName = OfUser, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] UserId { get; set; } = [];

    /// <summary>Only those who were added by hand, which are those that can be removed by hand.</summary>
    [Parameter(ParameterSetName = OfGroup)]
    public SwitchParameter Direct { get; set; }

    /// <summary>At most this many.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string nameOrId in Group)
        {
            Attempt(nameOrId, () => WriteMembers(new DirectoryNames(this).Group(nameOrId)));
        }

        foreach (string id in UserId)
        {
            Attempt(id, () => WriteGroups(id.Trim()));
        }
    }

    private void WriteMembers(PingOneGroup group)
    {
        string direct = Direct ? " and type eq \"DIRECT\"" : "";
        WriteRows(
            Client.ListUsersAsync($"memberOfGroups[{ScimFilter.Equal("id", group.GroupId!)}{direct}]", First, null, StopToken),
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
            row => row with { UserId = user.UserId, UserName = user.UserName });
    }
}
