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
public sealed class GetPersonioApplicationTransitionCommand : ConnectedCmdletBase
{
    /// <summary>The ids of the applications. The applications of piped candidates bind.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ApplicationIds")]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? ApplicationId { get; set; }

    /// <summary>An application, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private ChildListing<ApplicationTransition> Steps => field ??= new(this, "Application", WriteObject)
    {
        Request = application => Endpoints.ListApplicationTransitions.For(application),
        Complete = (rows, application, _) => rows.Select(step => step with { ApplicationId = application }),
    };

    /// <inheritdoc/>
    private protected override void ProcessInput() =>
        Steps.Add(Asked(ApplicationId, InputObject, nameof(ApplicationId)), InputObject, "applications");
}
