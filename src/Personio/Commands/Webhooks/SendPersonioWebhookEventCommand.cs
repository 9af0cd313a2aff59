using System.Management.Automation;
using Personio.Client;

namespace Personio.Commands;

/// <summary>Lets Personio send events of the last 30 days to a webhook again.</summary>
/// <remarks>
/// Personio does not document the body of this request; the ids are sent as <c>event_ids</c>. Where a company's service wants
/// another form, Invoke-PersonioRequest sends any.
/// </remarks>
/// <example>
/// <code>Get-PersonioWebhookEvent $id -OccurredAfter (Get-Date).AddHours(-2) | Send-PersonioWebhookEvent</code>
/// </example>
[Cmdlet(VerbsCommunications.Send, "PersonioWebhookEvent", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SendPersonioWebhookEventCommand : WriterCommand
{
    private readonly List<(string Webhook, string Event)> _wanted = [];

    /// <summary>The id of the webhook.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string WebhookId { get; set; } = "";

    /// <summary>The ids of the events.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] WebhookEventId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _wanted.AddRange(WebhookEventId.Select(id => (WebhookId, id)));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (IGrouping<string, string> webhook in _wanted.GroupBy(pair => pair.Webhook, pair => pair.Event))
        {
            string[] events = [.. webhook.Distinct()];
            Attempt(webhook.Key, () => Send(webhook.Key, events), noun: "Webhook");
        }

        base.EndProcessing();
    }

    private void Send(string webhook, string[] events)
    {
        if (ShouldProcess(webhook, $"Send {events.Length} events again to webhook"))
        {
            Await(token => Client.InvokeAsync(
                Endpoints.RedeliverWebhookEvents.For(webhook).WithBody(new { event_ids = events }), token));
        }
    }
}
