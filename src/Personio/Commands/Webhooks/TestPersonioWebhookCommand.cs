using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Requests that Personio call webhooks, with a ping or a specific event, and writes the result of each call.
/// </summary>
/// <remarks>
/// The webhook must be subscribed to the event. If Personio does not list the call yet, a warning says so; -Wait polls
/// until it does.
/// </remarks>
/// <example>
/// <code>Test-PersonioWebhook $id -EventName person.created -Payload @{ person = @{ id = '1' } }</code>
/// </example>
[Cmdlet(
    VerbsDiagnostic.Test, "PersonioWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low,
    HelpUri = HelpPages.Root + "Test-PersonioWebhook.md")]
[OutputType(typeof(WebhookDelivery))]
public sealed class TestPersonioWebhookCommand : WriteCmdletBase
{
    private static readonly TimeSpan s_initialDelay = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromSeconds(4);

    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IdCompleter<Webhook>))]
    public string[]? WebhookId { get; set; }

    /// <summary>The event to send. By default, a ping is sent.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(FixedCompleter<WebhookEvents>))]
    public string? EventName { get; set; }

    /// <summary>The content of the event. Required with -EventName.</summary>
    [Parameter]
    public IDictionary? Payload { get; set; }

    /// <summary>
    /// Waits until Personio lists the call, for at most -TimeoutSec, and warns if the receiver rejected it or did not
    /// answer.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time in seconds that -Wait waits for the call of each webhook.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int TimeoutSec { get; set; } = 30;

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach ((string id, object target) in RequireIds(WebhookId, InputObject, nameof(WebhookId)))
        {
            TryRun(target, () => Send(id));
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

        if (Changes.Confirm(DescribeWebhook(id), $"Call webhook with {EventName ?? "a ping"}", $"webhook {id}"))
        {
            ApiRequest request = EventName is null
                ? Endpoints.PingWebhook.For(id)
                : Endpoints.SendWebhookTestEvent.For(id).WithBody(new JsonText(EngineJson.From(this, new Hashtable
                {
                    ["event_name"] = EventName,
                    ["payload"] = Payload,
                })));
            IReadOnlyList<WebhookDelivery> known = ReadDeliveries(id, DateTime.UtcNow.AddDays(-1));
            Changes.Commit(token => Client.InvokeAsync(request, token));
            ReportCalls(id, FindCalls(id, known));
        }
    }

    // Describes the webhook for the prompt. Only -WhatIf reads a webhook that was not piped.
    private string DescribeWebhook(string id)
    {
        Webhook? webhook = InputObject?.BaseObject as Webhook;
        if (webhook is null && Confirmation.IsWhatIf(this))
        {
            webhook = Await(token => Client.GetAsync<Webhook>(Endpoints.GetWebhook.For(id), token));
        }

        return webhook is null ? id : $"{webhook}, {webhook.Url} ({id})";
    }

    // By Personio's clock if known, and limited to the last day: a busy webhook has thousands of calls in a month.
    private WebhookDelivery[] FindCalls(string id, IReadOnlyList<WebhookDelivery> known)
    {
        HashSet<string?> before = [.. known.Select(KeyOf)];
        DateTime since = known.Max(call => call.CompletedAt)?.UtcDateTime ?? DateTime.UtcNow.AddDays(-1);
        long start = Stopwatch.GetTimestamp();
        TimeSpan pause = s_initialDelay;
        while (true)
        {
            WebhookDelivery[] calls = [.. ReadDeliveries(id, since).Where(call => !before.Contains(KeyOf(call)))];
            TimeSpan left = TimeSpan.FromSeconds(TimeoutSec) - Stopwatch.GetElapsedTime(start);
            if (calls.Length > 0 || !Wait || left <= TimeSpan.Zero)
            {
                return calls;
            }

            TimeSpan next = pause < left ? pause : left;
            Await(token => Task.Delay(next, token));
            pause = pause * 2 < s_maxDelay ? pause * 2 : s_maxDelay;
        }
    }

    private void ReportCalls(string id, WebhookDelivery[] calls)
    {
        if (calls.Length == 0)
        {
            WriteWarning(
                $"Personio took the request, but does not list the call of webhook {id} "
                + $"{(Wait ? $"after {TimeoutSec} s" : "yet")}: see Get-PersonioWebhookDelivery in a moment.");
        }

        foreach (WebhookDelivery call in calls)
        {
            WriteObject(call with { WebhookId = id });
            if (Wait && call.IsDelivered == false)
            {
                WriteWarning($"Webhook {id} was not delivered: "
                    + (call.ResponseStatus is { } status
                        ? $"the address refused the {call.EventName} with status {status}."
                        : $"the address did not answer the {call.EventName}."));
            }
        }
    }

    private IReadOnlyList<WebhookDelivery> ReadDeliveries(string id, DateTime since) =>
        Await(token => Client.ListAllAsync<WebhookDelivery>(
            Endpoints.ListWebhookDeliveries.For(id)
                .With("event_name", EventName ?? "ping")
                .With("completed_at.gte", FilterBounds.UtcFloor(since)),
            token));

    private static string KeyOf(WebhookDelivery call) => string.Join(
        ' ', call.CompletedAt?.ToString("O"), call.EventName, call.GetAdditionalProperties().GetValueOrDefault("id"));
}
