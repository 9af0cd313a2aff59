using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio;

/// <summary>The base of the cmdlets that get what Personio keeps about a webhook for 30 days.</summary>
public abstract class WebhookLogCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IdCompleter<Webhook>))]
    public string[]? WebhookId { get; set; }

    /// <summary>Returns only these events. A single event is filtered by Personio, several are filtered here.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FixedCompleter<WebhookEvents>))]
    public string[]? EventName { get; set; }

    /// <summary>A webhook, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected abstract Endpoint ListEndpoint { get; }

    private ChildListing<T> Entries => field ??= new(this, "Webhook", WriteObject)
    {
        Request = webhook =>
            AddFilters(ListEndpoint.For(webhook).With("event_name", EventName is [string only] ? only : null)),
        Complete = (rows, webhook, _) => rows.Where(IsWanted).Select(row => WithWebhook(row, webhook)),
    };

    /// <inheritdoc/>
    private protected override void ProcessInput() =>
        Entries.Add(
            FindRequested(WebhookId, InputObject, nameof(WebhookId)),
            InputObject,
            $"webhooks: Get-PersonioWebhook | {MyInvocation.MyCommand.Name}");

    /// <summary>Adds the filters of the cmdlet to the listing.</summary>
    private protected abstract ApiRequest AddFilters(ApiRequest listing);

    /// <summary>The event of a row.</summary>
    private protected abstract string? EventOf(T row);

    /// <summary>Adds the id of the webhook to a row, because the response does not contain it.</summary>
    private protected abstract T WithWebhook(T row, string id);

    private bool IsWanted(T row) => EventName is null or { Length: 1 }
        || EventName.Contains(EventOf(row), StringComparer.OrdinalIgnoreCase);
}
