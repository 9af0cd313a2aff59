using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the company's webhooks. Their tokens are never shown.</summary>
/// <example>
/// <code>Get-PersonioWebhook -Status Enabled</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioWebhook", DefaultParameterSetName = Filter,
    HelpUri = HelpPages.Root + "Get-PersonioWebhook.md")]
[OutputType(typeof(Webhook))]
public sealed class GetPersonioWebhookCommand : ConnectedCmdletBase
{
    private const string Filter = "Filter";
    private const string ById = "ById";

    /// <summary>The ids of the webhooks.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<Webhook>))]
    public string[]? WebhookId { get; set; }

    /// <summary>
    /// Returns only webhooks that are called for one of these events. A single event is filtered by Personio, several
    /// are filtered here.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FixedCompleter<WebhookEvents>))]
    public string[]? EventName { get; set; }

    /// <summary>Returns only enabled or only disabled webhooks. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    public WebhookStatus? Status { get; set; }

    /// <summary>An object with a property WebhookId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(WebhookId, InputObject, nameof(WebhookId)) is { } requested)
        {
            foreach ((string id, object target) in requested)
            {
                Enqueue(target, token => Client.GetAsync<Webhook>(Endpoints.GetWebhook.For(id), token), WriteObject);
            }
        }
        else
        {
            ApiRequest request = Endpoints.ListWebhooks.For()
                .With("enabled_events", EventName is [string only] ? only : null)
                .With("status", Status?.ToString().ToUpperInvariant());
            TryRun(null, () =>
            {
                foreach (Webhook webhook in Enumerate(Client.ListAsync<Webhook>(request)).Where(IsWanted))
                {
                    WriteObject(webhook);
                }
            });
        }
    }

    private bool IsWanted(Webhook row) => EventName is null or { Length: 1 }
        || row.EnabledEvents.Intersect(EventName, StringComparer.OrdinalIgnoreCase).Any();
}
