using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Gets the webhook calls of the last 30 days: the event, the time, and whether the receiver accepted the call.
/// </summary>
/// <example>
/// <code>Get-PersonioWebhook | Get-PersonioWebhookDelivery -IsDelivered $false</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioWebhookDelivery", HelpUri = HelpPages.Root + "Get-PersonioWebhookDelivery.md")]
[OutputType(typeof(WebhookDelivery))]
public sealed class GetPersonioWebhookDeliveryCommand : WebhookLogCmdletBase<WebhookDelivery>
{
    /// <summary>Returns only calls that were accepted ($true) or were not ($false). Filtered by Personio.</summary>
    [Parameter]
    public bool? IsDelivered { get; set; }

    /// <summary>
    /// Returns only calls that ended at or after this instant; text without a time zone is read in this computer's
    /// zone. Filtered by Personio.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? CompletedAfter { get; set; }

    /// <summary>Returns only calls that ended at or before this instant. Filtered by Personio.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? CompletedBefore { get; set; }

    private protected override Endpoint ListEndpoint => Endpoints.ListWebhookDeliveries;

    private protected override ApiRequest AddFilters(ApiRequest listing) => listing
        .With("is_delivered", IsDelivered switch { true => "true", false => "false", null => null })
        .With("completed_at.gte", FilterBounds.UtcFloor(CompletedAfter))
        .With("completed_at.lte", FilterBounds.UtcCeiling(CompletedBefore));

    private protected override string? EventOf(WebhookDelivery row) => row.EventName;

    private protected override WebhookDelivery WithWebhook(WebhookDelivery row, string id) =>
        row with { WebhookId = id };
}
