using System.Collections;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;

namespace Personio.Commands;

/// <summary>Lets Personio call webhooks: with a ping, or with an event of your choice.</summary>
/// <remarks>The event must be one that the webhook is called for.</remarks>
/// <example>
/// <code>Test-PersonioWebhook $id -EventName person.created -Payload @{ person = @{ id = '1' } }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "PersonioWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class TestPersonioWebhookCommand : WriterCommand
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookIdCompleter))]
    public string[]? WebhookId { get; set; }

    /// <summary>The event to send. Without it a ping is sent.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string? EventName { get; set; }

    /// <summary>What the event tells; an empty object without it.</summary>
    [Parameter]
    public IDictionary? Payload { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach ((string id, object target) in Asked(WebhookId, InputObject, nameof(WebhookId)) ?? Nothing("Webhook"))
        {
            Attempt(target, () => Send(id));
        }
    }

    private void Send(string id)
    {
        if (EventName is null && Payload is not null)
        {
            throw PersonioException.Invalid("A ping has no payload. Give -EventName as well.");
        }

        if (MayChange(id, $"Call webhook with {EventName ?? "a ping"}", $"webhook {id}"))
        {
            ApiRequest request = EventName is null
                ? Endpoints.PingWebhook.For(id)
                : Endpoints.SendWebhookTestEvent.For(id).WithBody(new JsonText(JsonOf(new Hashtable
                {
                    ["event_name"] = EventName,
                    ["payload"] = Payload ?? new Hashtable(),
                })));
            Commit(token => Client.InvokeAsync(request, token));
        }
    }
}
