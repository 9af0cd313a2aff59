using System.Collections;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Has Personio call webhooks, with a ping or with an event of your choice, and writes how each call went.
/// </summary>
/// <remarks>
/// The event must be one that the webhook is called for. Where Personio does not list the call yet, a warning says so.
/// </remarks>
/// <example>
/// <code>Test-PersonioWebhook $id -EventName person.created -Payload @{ person = @{ id = '1' } }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "PersonioWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(WebhookDelivery))]
public sealed class TestPersonioWebhookCommand : WriterCommand
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookIdCompleter))]
    public string[]? WebhookId { get; set; }

    /// <summary>The event to send. By default a ping is sent.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string? EventName { get; set; }

    /// <summary>What the event tells. Required with -EventName.</summary>
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
            throw PersonioException.Invalid("A ping has no payload. Specify -EventName as well.");
        }

        if (EventName is not null && Payload is null)
        {
            throw PersonioException.Invalid(
                $"Personio refuses a test event without a payload. Specify -Payload for {EventName}, for example "
                + "@{ person = @{ id = '1' } }.");
        }

        if (MayChange(id, $"Call webhook with {EventName ?? "a ping"}", $"webhook {id}"))
        {
            ApiRequest request = EventName is null
                ? Endpoints.PingWebhook.For(id)
                : Endpoints.SendWebhookTestEvent.For(id).WithBody(new JsonText(JsonOf(new Hashtable
                {
                    ["event_name"] = EventName,
                    ["payload"] = Payload,
                })));
            HashSet<string?> before = [.. Deliveries(id).Select(Key)];
            Commit(token => Client.InvokeAsync(request, token));
            Tell(id, before);
        }
    }

    private void Tell(string id, HashSet<string?> before)
    {
        WebhookDelivery[] calls = [.. Deliveries(id).Where(call => !before.Contains(Key(call)))];
        if (calls.Length == 0)
        {
            WriteWarning(
                $"Personio took the request, but does not list the call of webhook {id} yet: see "
                + "Get-PersonioWebhookDelivery in a moment.");
        }

        Array.ForEach(calls, call => WriteObject(call with { WebhookId = id }));
    }

    // Of the last days alone: a busy webhook has thousands in a month.
    private IReadOnlyList<WebhookDelivery> Deliveries(string id) => Await(token => Client.ListAllAsync<WebhookDelivery>(
        Endpoints.ListWebhookDeliveries.For(id)
            .With("event_name", EventName ?? "ping")
            .With("completed_at.gte", WireTime.UtcFloor(DateTime.UtcNow.AddDays(-1))),
        token));

    private static string Key(WebhookDelivery call) => string.Join(
        ' ', call.CompletedAt?.ToString("O"), call.EventName, call.GetAdditionalProperties().GetValueOrDefault("id"));
}
