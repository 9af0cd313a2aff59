using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the way of applications: when each came into which stage, in the order Personio gives.</summary>
/// <remarks>One request for each application; many run at the same time, within the rate limit.</remarks>
/// <example>
/// <code>
/// Get-PersonioApplication -UpdatedAfter 2026-05-01 | Get-PersonioApplicationTransition | Export-Csv stages.csv
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioApplicationTransition",
    HelpUri = HelpPages.Root + "Get-PersonioApplicationTransition.md")]
[OutputType(typeof(ApplicationTransition))]
public sealed class GetPersonioApplicationTransitionCommand : ChildListCmdletBase<ApplicationTransition>
{
    /// <summary>The ids of the applications. The applications of piped candidates bind.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ApplicationIds")]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? ApplicationId { get; set; }

    private protected override string Owner => "Application";

    private protected override string[]? OwnerIds => ApplicationId;

    private protected override string Question => "Specify -ApplicationId, or pipe applications.";

    private protected override ApiRequest Request(string ownerId) => Endpoints.ListApplicationTransitions.For(ownerId);

    private protected override IEnumerable<ApplicationTransition> Completed(
        IReadOnlyList<ApplicationTransition> rows, string ownerId, PSObject? input) =>
        rows.Select(step => step with { ApplicationId = ownerId });
}
