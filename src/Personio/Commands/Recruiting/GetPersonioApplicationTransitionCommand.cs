using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>
/// Gets the stages that applications have passed through and when, in the order that Personio returns.
/// </summary>
/// <remarks>Sends one request for each application; many run concurrently, within the rate limit.</remarks>
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
    /// <summary>The ids of the applications. Binds the applications of piped candidates.</summary>
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
        Steps.Add(
            FindRequested(ApplicationId, InputObject, nameof(ApplicationId)),
            InputObject,
            "applications: Get-PersonioApplication | Get-PersonioApplicationTransition");
}
