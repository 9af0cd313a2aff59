using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets the webhook events of the last 30 days, including deletions.</summary>
/// <example>
/// <code>Get-PersonioWebhook | Get-PersonioWebhookEvent -EventName person.deleted</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioWebhookEvent", HelpUri = HelpPages.Root + "Get-PersonioWebhookEvent.md")]
[OutputType(typeof(WebhookEvent))]
public sealed class GetPersonioWebhookEventCommand : WebhookLogCmdletBase<WebhookEvent>
{
    /// <summary>
    /// Returns only events at or after this instant; text without a time zone is read in this computer's zone. Filtered
    /// by Personio.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? OccurredAfter { get; set; }

    /// <summary>Returns only events at or before this instant. Filtered by Personio.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? OccurredBefore { get; set; }

    private protected override Endpoint ListEndpoint => Endpoints.ListWebhookEvents;

    private protected override ApiRequest AddFilters(ApiRequest listing) => listing
        .With("occurred_at.gte", FilterBounds.UtcFloor(OccurredAfter))
        .With("occurred_at.lte", FilterBounds.UtcCeiling(OccurredBefore));

    private protected override string? EventOf(WebhookEvent row) => row.EventName;

    private protected override WebhookEvent WithWebhook(WebhookEvent row, string id) => row with { WebhookId = id };
}
