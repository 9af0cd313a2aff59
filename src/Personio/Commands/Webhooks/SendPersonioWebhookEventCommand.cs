using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Requests that Personio send the events of a time window to a webhook again.</summary>
/// <remarks>
/// Personio sends all events of a window within the last 30 days. Piped events therefore become the window from the
/// first to the last event of each webhook, and other events in between are sent again too; -WhatIf and -Confirm show
/// how many. A request accepts at most 100 events, so larger windows are split; at most 500 are accepted per hour.
/// </remarks>
/// <example>
/// <code>Send-PersonioWebhookEvent $id -OccurredAfter (Get-Date).AddHours(-2) -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommunications.Send, "PersonioWebhookEvent", SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Send-PersonioWebhookEvent.md")]
[OutputType(typeof(void))]
public sealed class SendPersonioWebhookEventCommand : WriteCmdletBase
{
    private readonly Dictionary<string, (RedeliveryWindow Window, object Target)> _windows =
        new(StringComparer.Ordinal);

    /// <summary>The id of the webhook.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdCompleter<Webhook>))]
    public string WebhookId { get; set; } = "";

    /// <summary>Events at or after this instant; text without a time zone is read in this computer's zone.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? OccurredAfter { get; set; }

    /// <summary>Events at or before this instant; text without a time zone is read in this computer's zone.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? OccurredBefore { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput() => TryRun(Given.TargetOrId(WebhookId), () =>
    {
        RedeliveryWindow window = Window();
        _windows[WebhookId] = _windows.TryGetValue(WebhookId, out (RedeliveryWindow Window, object Target) before)
            ? (before.Window.Union(window), before.Target)
            : (window, Given.TargetOrId(WebhookId));
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((string webhook, (RedeliveryWindow window, object target)) in _windows)
        {
            TryRun(target, () => Send(webhook, window), noun: "Webhook");
        }

        base.EndProcessing();
    }

    // A piped webhook has no time, so the parameters determine the window.
    private RedeliveryWindow Window()
    {
        if (OccurredAfter is not null || OccurredBefore is not null)
        {
            return OccurredAfter > OccurredBefore
                ? throw PersonioException.Invalid("-OccurredAfter is later than -OccurredBefore: swap them.")
                : new RedeliveryWindow(Instant(OccurredAfter), Instant(OccurredBefore));
        }

        DateTimeOffset? moment = InputObject?.Properties["OccurredAt"]?.Value is { } value
            && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out DateTimeOffset known)
                ? known : null;
        return moment is null
            ? throw PersonioException.Invalid(
                "Specify -OccurredAfter, -OccurredBefore or both, or pipe events: Personio sends the events of a time "
                + "window again, not single ones.")
            : new RedeliveryWindow(moment, moment) { Events = 1 };
    }

    private void Send(string webhook, RedeliveryWindow window)
    {
        ApiRequest listing = Endpoints.ListWebhookEvents.For(webhook)
            .With("occurred_at.gte", window.WireFrom)
            .With("occurred_at.lte", window.WireTo);
        DateTimeOffset[] moments =
        [
            .. Await(token => Client.ListAllAsync<WebhookEvent>(listing, token))
                .Select(one => one.OccurredAt).OfType<DateTimeOffset>().Order(),
        ];
        IReadOnlyList<RedeliveryWindow> parts = window.Split(moments);
        string piped = window.Events == 0 ? "" : $", of which {window.Events} were piped";
        if (moments.Length > 0
            && Changes.Confirm(
                webhook,
                $"Send again all {moments.Length} events {window}{piped}, to webhook",
                $"webhook {webhook}"))
        {
            foreach (RedeliveryWindow part in parts)
            {
                Changes.Commit(token => Client.InvokeAsync(
                    Endpoints.RedeliverWebhookEvents.For(webhook).WithBody(part.ToBody()), token));
            }
        }
        else if (moments.Length == 0)
        {
            WriteVerbose($"Webhook {webhook} has no events {window}: nothing is sent.");
        }
    }

    private static DateTimeOffset? Instant(DateTime? moment) => moment is { } known ? new DateTimeOffset(known) : null;
}
