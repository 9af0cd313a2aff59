using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio;

/// <summary>The base of the cmdlets that get what Personio keeps of a webhook for 30 days.</summary>
public abstract class WebhookLogCommand<T> : ConnectedCommand
    where T : ApiObject
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? WebhookId { get; set; }

    /// <summary>Only this event. Filtered by Personio.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string? EventName { get; set; }

    /// <summary>An object with a property WebhookId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected abstract Endpoint Listing { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string id, object target) in Asked(WebhookId, InputObject, nameof(WebhookId)) ?? Nothing("Webhook"))
        {
            Ahead(
                target,
                token => Client.ListAllAsync<T>(Filtered(Listing.For(id).With("event_name", EventName)), token),
                rows => WriteObject(rows.Select(row => WithWebhook(row, id)), enumerateCollection: true),
                noun: "Webhook");
        }
    }

    /// <summary>The listing with the filters of the cmdlet.</summary>
    private protected abstract ApiRequest Filtered(ApiRequest listing);

    /// <summary>The row with the webhook it belongs to, which the answer does not name.</summary>
    private protected abstract T WithWebhook(T row, string id);
}
