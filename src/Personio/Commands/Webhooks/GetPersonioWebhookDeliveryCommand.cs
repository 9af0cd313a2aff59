using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets the calls of webhooks in the last 30 days: which event, when, and whether the address took it.</summary>
/// <example>
/// <code>Get-PersonioWebhook | Get-PersonioWebhookDelivery -IsDelivered $false</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioWebhookDelivery")]
[OutputType(typeof(WebhookDelivery))]
public sealed class GetPersonioWebhookDeliveryCommand : ConnectedCommand
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? WebhookId { get; set; }

    /// <summary>Only calls for this event. Filtered by Personio.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string? EventName { get; set; }

    /// <summary>Only calls that were taken ($true) or were not ($false). Filtered by Personio.</summary>
    [Parameter]
    public bool? IsDelivered { get; set; }

    /// <summary>Only calls that ended at or after this instant; without a zone in this computer's. Filtered by Personio.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? CompletedAfter { get; set; }

    /// <summary>Only calls that ended at or before this instant. Filtered by Personio.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? CompletedBefore { get; set; }

    /// <summary>An object with a property WebhookId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string id, object target) in Asked(WebhookId, InputObject, nameof(WebhookId)) ?? Nothing("Webhook"))
        {
            Ahead(
                target,
                token => Client.ListAllAsync<WebhookDelivery>(
                    Endpoints.ListWebhookDeliveries.For(id)
                        .With("event_name", EventName)
                        .With("is_delivered", IsDelivered switch { true => "true", false => "false", null => null })
                        .With("completed_at.gte", WireTime.UtcFloor(CompletedAfter))
                        .With("completed_at.lte", WireTime.UtcCeiling(CompletedBefore)),
                    token),
                calls => WriteObject(calls.Select(one => one with { WebhookId = id }), enumerateCollection: true),
                noun: "Webhook");
        }
    }
}
