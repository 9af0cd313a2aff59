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
[Cmdlet(VerbsCommon.Get, "PersonioApplicationTransition")]
[OutputType(typeof(ApplicationTransition))]
public sealed class GetPersonioApplicationTransitionCommand : ConnectedCommand
{
    /// <summary>The ids of the applications. The applications of piped candidates bind.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ApplicationIds")]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? ApplicationId { get; set; }

    /// <summary>An object with a property ApplicationId, or the id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Asked(ApplicationId, InputObject, nameof(ApplicationId)) is not { } asked)
        {
            Attempt(null, () => throw PersonioException.Invalid(
                "Of which applications? Give -ApplicationId, or pipe applications."));
            return;
        }

        foreach ((string id, object target) in asked)
        {
            Ahead(
                target,
                token => Client.ListAllAsync<ApplicationTransition>(
                    Endpoints.ListApplicationTransitions.For(id), token),
                steps => WriteObject(
                    steps.Select(step => step with { ApplicationId = id }), enumerateCollection: true),
                noun: "Application");
        }
    }
}
