using System.Management.Automation;
using Personio.Client;
using Personio.Completers;

namespace Personio.Commands;

/// <summary>Lets Personio send events of the last 30 days to a webhook again.</summary>
/// <remarks>
/// Personio does not document the body of this request; the ids are sent as <c>event_ids</c>. Where a company's service
/// wants another form, Invoke-PersonioRequest sends any.
/// </remarks>
/// <example>
/// <code>Get-PersonioWebhookEvent $id -OccurredAfter (Get-Date).AddHours(-2) | Send-PersonioWebhookEvent</code>
/// </example>
[Cmdlet(VerbsCommunications.Send, "PersonioWebhookEvent", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SendPersonioWebhookEventCommand : WriterCommand
{
    private readonly List<(string Webhook, string Event, object Target)> _wanted = [];

    /// <summary>The id of the webhook.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WebhookIdCompleter))]
    public string WebhookId { get; set; } = "";

    /// <summary>The ids of the events.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] WebhookEventId { get; set; } = [];

    /// <inheritdoc/>
    private protected override void ProcessInput() =>
        _wanted.AddRange(WebhookEventId.Select(id => (WebhookId, id, TargetOr(id))));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (IGrouping<string, (string, string, object)> webhook in _wanted.GroupBy(one => one.Webhook))
        {
            (string Event, object Target)[] events =
                [.. webhook.Select(one => (one.Item2, one.Item3)).DistinctBy(one => one.Item1)];
            if (MayChange(webhook.Key, $"Send {events.Length} events again to webhook", $"webhook {webhook.Key}"))
            {
                Send(webhook.Key, events);
            }
        }

        base.EndProcessing();
    }

    // One event that Personio refuses would keep back all: what is refused is halved until it stands alone.
    private void Send(string webhook, (string Event, object Target)[] events)
    {
        try
        {
            Commit(token => Client.InvokeAsync(
                Endpoints.RedeliverWebhookEvents.For(webhook)
                    .WithBody(new { event_ids = events.Select(one => one.Event).ToArray() }),
                token));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.InvalidRequest && events.Length > 1)
        {
            Send(webhook, events[..(events.Length / 2)]);
            Send(webhook, events[(events.Length / 2)..]);
        }
        catch (PersonioException fault)
        {
            Attempt(events.Length == 1 ? events[0].Target : webhook, () => throw fault, noun: "Webhook");
        }
    }
}
