using System.Management.Automation;
using Personio.Completers;
using Personio.Models;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>Gets the groups of the environment, or those with given names or ids.</summary>
/// <example>
/// <code>Get-PingOneGroup vpn-users | Get-PingOneGroupMember</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PingOneGroup", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PingOneGroup.md")]
[OutputType(typeof(PingOneGroup))]
public sealed class GetPingOneGroupCommand : PingOneCmdletBase
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    /// <summary>Names, with wildcards. Filtered here.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PingOneGroupCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The ids of the groups.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string[]? GroupId { get; set; }

    /// <summary>An object with a property GroupId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (new IdInput(this).Find(GroupId, InputObject, nameof(GroupId)) is not { } ids)
        {
            DirectoryLists.Write<PingOneGroup>(
                this, () => [.. Enumerate(Client.ListAsync<PingOneGroup>(Client.At(Endpoints.ListGroups)))], Name,
                row => row.Name, true);
            return;
        }

        foreach ((string id, object target) in ids)
        {
            Enqueue(target, token => Client.GetGroupAsync(id, token), WriteObject);
        }
    }
}
