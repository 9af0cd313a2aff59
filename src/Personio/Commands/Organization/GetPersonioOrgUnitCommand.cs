using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets departments and teams.</summary>
/// <remarks>Departments and teams have independent ids: a department and a team can share one.</remarks>
/// <example>
/// <code>Get-PersonioOrgUnit -Type Department | Select-Object Name, OrgUnitId, ParentId</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioOrgUnit", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioOrgUnit.md")]
[OutputType(typeof(OrgUnit))]
public sealed class GetPersonioOrgUnitCommand : CatalogCmdletBase<OrgUnit>
{
    /// <summary>The ids of the org units.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<OrgUnit>))]
    public string[]? OrgUnitId { get; set; }

    /// <summary>Returns only departments or only teams. By default returns both, with one listing for each.</summary>
    [Parameter]
    public OrgUnitType[]? Type { get; set; }

    /// <summary>Adds the chain of parent org units, from the nearest to the top.</summary>
    [Parameter]
    public SwitchParameter IncludeParentChain { get; set; }

    private protected override string[]? Ids => OrgUnitId;

    private IEnumerable<CompanyList<OrgUnit>> Lists => Type is null
        ? [CompanyLists.OrgUnits]
        : Type.Distinct().Select(type => type == OrgUnitType.Team ? CompanyLists.Teams : CompanyLists.Departments);

    private protected override IEnumerable<ApiRequest> GetRequests(string id) =>
        Lists.SelectMany(list => list.RequestsFor(id)).Select(WithChain);

    private protected override IEnumerable<ApiRequest> ListRequests() =>
        Lists.SelectMany(list => list.Requests).Select(WithChain);

    // The listing contains only the ids of the chain, but also the org units themselves.
    private protected override OrgUnit Complete(OrgUnit entry, IReadOnlyList<OrgUnit> all) => entry with
    {
        ParentChain = new([.. entry.ParentChain.Select(parent => all.FirstOrDefault(
            unit => unit.OrgUnitId == parent.OrgUnitId && unit.Type == (parent.Type ?? entry.Type)) ?? parent)]),
    };

    private ApiRequest WithChain(ApiRequest request) =>
        request.With("include_parent_chain", IncludeParentChain ? "true" : null);
}
