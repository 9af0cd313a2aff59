using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets what happened in the last 30 days that webhooks are called for, deletions included.</summary>
/// <example>
/// <code>Get-PersonioWebhook | Get-PersonioWebhookEvent -EventName person.deleted</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioWebhookEvent")]
[OutputType(typeof(WebhookEvent))]
public sealed class GetPersonioWebhookEventCommand : ConnectedCommand
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? WebhookId { get; set; }

    /// <summary>Only this event. Filtered by Personio.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string? EventName { get; set; }

    /// <summary>Only events at or after this instant; without a zone in this computer's. Filtered by Personio.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? OccurredAfter { get; set; }

    /// <summary>Only events at or before this instant. Filtered by Personio.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? OccurredBefore { get; set; }

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
                token => Client.ListAllAsync<WebhookEvent>(
                    Endpoints.ListWebhookEvents.For(id)
                        .With("event_name", EventName)
                        .With("occurred_at.gte", WireTime.UtcFloor(OccurredAfter))
                        .With("occurred_at.lte", WireTime.UtcCeiling(OccurredBefore)),
                    token),
                events => WriteObject(events.Select(one => one with { WebhookId = id }), enumerateCollection: true),
                noun: "Webhook");
        }
    }
}
