using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets projects and sub-projects.</summary>
/// <remarks>EndDate is the last day of a project, inclusive; Personio itself stores the following day.</remarks>
/// <example>
/// <code>Get-PersonioProject -Status Active -IncludeTrackedTime | Sort-Object TrackedMinutes</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioProject", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioProject.md")]
[OutputType(typeof(Project))]
public sealed class GetPersonioProjectCommand : CatalogCmdletBase<Project>
{
    private const string CountMembers =
        "tracked_minutes,sub_projects_tracked_minutes,sub_projects_count,tracked_periods_count";

    /// <summary>The ids of the projects.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string[]? ProjectId { get; set; }

    /// <summary>Returns only projects with these exact codes. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    public string[]? ProjectCode { get; set; }

    /// <summary>Returns only sub-projects of these projects. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Alias("ParentProject")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string[]? ParentProjectId { get; set; }

    /// <summary>Returns only projects with this status. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = ByName)]
    public ProjectStatus? Status { get; set; }

    /// <summary>Excludes sub-projects. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = ByName)]
    public SwitchParameter TopLevelOnly { get; set; }

    /// <summary>Returns at most this many projects.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>
    /// Fills TrackedMinutes, SubProjectsTrackedMinutes, SubProjectsCount and TrackedPeriodsCount, which Personio
    /// computes only on request.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeTrackedTime { get; set; }

    private protected override string[]? Ids => ProjectId;

    private protected override int? Limit => First;

    private protected override void ResolveFilters() =>
        ParentProjectId = IdsFor(nameof(ParentProjectId), ParentProjectId);

    private protected override IEnumerable<ApiRequest> GetRequests(string id) =>
        base.GetRequests(id).Select(WithCounts);

    private protected override IEnumerable<ApiRequest> ListRequests() => base.ListRequests()
        .Select(request => WithCounts(request
        .WithAny("project_code", ProjectCode)
        .WithAny("parent_project.id", ParentProjectId)
        .With("status", Status?.ToString().ToUpperInvariant())
        .With("top_level_only", TopLevelOnly ? "true" : null)));

    private ApiRequest WithCounts(ApiRequest request) =>
        request.With("include", IncludeTrackedTime ? CountMembers : null);
}
