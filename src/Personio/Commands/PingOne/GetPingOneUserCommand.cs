using System.Management.Automation;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>Gets users: all of them, those that match filters, or those with given ids.</summary>
/// <remarks>
/// The filters are sent to PingOne and must all match. A worker app whose role covers only some populations does not
/// see the users of others, and PingOne does not report that.
/// </remarks>
/// <example>
/// <code>Get-PingOneUser -Enabled $false | Export-Csv disabled.csv</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PingOneUser", DefaultParameterSetName = ByFilter,
    HelpUri = HelpPages.Root + "Get-PingOneUser.md")]
[OutputType(typeof(PingOneUser))]
public sealed class GetPingOneUserCommand : PingOneCmdletBase
{
    private const string ByFilter = "Filter";
    private const string ById = "ById";

    private ExpandedAttributes? _columns;

    /// <summary>The ids of the users.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string[]? UserId { get; set; }

    /// <summary>User names, regardless of case; * at the end matches a prefix.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? UserName { get; set; }

    /// <summary>
    /// Email addresses, regardless of case; * at the end matches a prefix, * at the beginning a suffix.
    /// </summary>
    [Parameter(ParameterSetName = ByFilter)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    /// <summary>Exact external ids, for example the PersonId of the HR system.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ValidateNotNullOrEmpty]
    public string[]? ExternalId { get; set; }

    /// <summary>A population, by name or id.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ArgumentCompleter(typeof(PopulationCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Population { get; set; }

    /// <summary>Groups, by name or id: matches users in any of them, including through nesting or a filter.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ArgumentCompleter(typeof(PingOneGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Group { get; set; }

    /// <summary>True for users who can sign in, false for those who cannot.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [FlagTransformation]
    [ValidateNotNull]
    public bool? Enabled { get; set; }

    /// <summary>An expression in PingOne's filter language, for example <c>title sw "Head"</c>.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>Returns at most this many users.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>Adds custom attributes as columns, the same on every row: names, with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PingOneAttributeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ExpandAttribute { get; set; }

    /// <summary>An object with a property UserId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ExpandAttribute is not null)
        {
            RunOrTerminate(ExpandAttribute, () => _columns = ExpandedAttributes.Choose(this, ExpandAttribute));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (new IdInput(this).Find(UserId, InputObject, nameof(UserId)) is not { } ids)
        {
            TryRun(this, List);
            return;
        }

        foreach ((string id, object target) in ids)
        {
            Enqueue(target, token => Client.GetUserAsync(id, token), user => WriteObject(ToOutput(user)));
        }
    }

    private void List()
    {
        string? population = Population is null
            ? null
            : ScimFilter.Equal("population.id", new DirectoryNames(this).FindPopulationId(Population));
        string? group = Group is null
            ? null
            : string.Join(" or ", Group.Select(
                name =>
                    $"memberOfGroups[{ScimFilter.Equal("id", new DirectoryNames(this).FindGroup(name).GroupId!)}]"));
        string? filter = ScimFilter.All(
            AnyOf("username", UserName), AnyOf("email", Email), AnyOf("externalId", ExternalId), population, group,
            Enabled is { } enabled ? $"enabled eq {(enabled ? "true" : "false")}" : null, Filter);
        WriteRows(Client.ListUsersAsync(filter, First, null, StopToken), First, ToOutput);
    }

    private object ToOutput(PingOneUser user) => _columns is null ? user : _columns.Add(user);

    private static string? AnyOf(string attribute, string[]? values) => values is null
        ? null
        : string.Join(" or ", values.Select(value => ScimPattern.ToFilter(attribute, value)));
}
