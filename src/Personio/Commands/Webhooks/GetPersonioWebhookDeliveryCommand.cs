using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Gets the calls of webhooks in the last 30 days: which event, when, and whether the address took it.
/// </summary>
/// <example>
/// <code>Get-PersonioWebhook | Get-PersonioWebhookDelivery -IsDelivered $false</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioWebhookDelivery", HelpUri = HelpPages.Root + "Get-PersonioWebhookDelivery.md")]
[OutputType(typeof(WebhookDelivery))]
public sealed class GetPersonioWebhookDeliveryCommand : WebhookLogCmdletBase<WebhookDelivery>
{
    /// <summary>Only calls that were taken ($true) or were not ($false). Filtered by Personio.</summary>
    [Parameter]
    public bool? IsDelivered { get; set; }

    /// <summary>
    /// Only calls that ended at or after this instant; without a zone in this computer's. Filtered by Personio.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? CompletedAfter { get; set; }

    /// <summary>Only calls that ended at or before this instant. Filtered by Personio.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? CompletedBefore { get; set; }

    private protected override Endpoint Listing => Endpoints.ListWebhookDeliveries;

    private protected override ApiRequest Filtered(ApiRequest listing) => listing
        .With("is_delivered", IsDelivered switch { true => "true", false => "false", null => null })
        .With("completed_at.gte", FilterBounds.UtcFloor(CompletedAfter))
        .With("completed_at.lte", FilterBounds.UtcCeiling(CompletedBefore));

    private protected override string? EventOf(WebhookDelivery row) => row.EventName;

    private protected override WebhookDelivery WithWebhook(WebhookDelivery row, string id) =>
        row with { WebhookId = id };
}
