using System.Collections;
using System.Management.Automation;
using System.Security;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Creates a webhook: a URL that Personio calls when an event occurs.</summary>
/// <remarks>
/// With -Token, Personio sends it verbatim in the Authorization header; with -CustomHeader, it sends those headers.
/// Without either, the receiver cannot verify that a call comes from Personio.
/// </remarks>
/// <example>
/// <code>New-PersonioWebhook https://hooks.example.org/personio 'To the directory' -EnabledEvent person.created</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "New-PersonioWebhook.md")]
[OutputType(typeof(Webhook))]
public sealed class NewPersonioWebhookCommand : WriteCmdletBase
{
    private List<(string Url, string Whose)>? _known;

    /// <summary>The URL to call; https only.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Uri Url { get; set; } = new("about:blank");

    /// <summary>The description.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Description { get; set; } = "";

    /// <summary>The events to call the webhook for.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FixedCompleter<WebhookEvents>))]
    public string[] EnabledEvent { get; set; } = [];

    /// <summary>Enabled to call the webhook immediately. By default, a new webhook is disabled.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(WebhookStatus))]
    public WebhookStatus? Status { get; set; }

    /// <summary>A secret that Personio sends verbatim in the Authorization header.</summary>
    [Parameter]
    public SecureString? Token { get; set; }

    /// <summary>At most three headers for Personio to send, by name; values may be secure strings.</summary>
    [Parameter]
    public IDictionary? CustomHeader { get; set; }

    /// <summary>Accepts names of events that this module does not know.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput() => TryRun(Given.TargetOrId(Url), () =>
    {
        ChangeBody body = Given.CreateBody()
            .AddAlways("url", WebhookRules.CheckUrl(Url))
            .AddAlways("description", Description)
            .AddAlways("status", (Status ?? WebhookStatus.Disabled).ToString().ToUpperInvariant())
            .AddAlways("enabled_events", WebhookRules.CheckEvents(EnabledEvent, Force));
        WebhookAuthentication.AddTo(body, Token, CustomHeader, isNew: true);
        string what = $"{Url.GetLeftPart(UriPartial.Path)} for {string.Join(", ", EnabledEvent)}";
        CheckUrl(WebhookRules.CheckUrl(Url));
        if (Changes.Confirm(what, "Create webhook", "new webhook"))
        {
            Webhook created = Changes.Commit(token => Client.CreateAsync<Webhook>(
                Endpoints.CreateWebhook.For().WithBody(body.Members), token));
            Changes.WriteCreated(
                created,
                isComplete: created.Url is not null,
                () => Endpoints.GetWebhook.For(created.WebhookId ?? ""),
                WriteObject);
        }
    });

    // Two webhooks cannot have the same URL. With -WhatIf, the list is read once.
    private void CheckUrl(string url)
    {
        if (!Confirmation.IsWhatIf(this))
        {
            return;
        }

        _known ??= ReadExisting();
        if (_known.Find(webhook => webhook.Url == url).Whose is { } owner)
        {
            throw new PersonioException(
                ErrorKind.Conflict, $"The webhook would not be created: {owner} has the same Url.");
        }

        _known.Add((url, "an input before it"));
    }

    private List<(string Url, string Whose)> ReadExisting()
    {
        try
        {
            return
            [
                .. Await(token => Client.ListAllAsync<Webhook>(Endpoints.ListWebhooks.For(), token))
                    .Select(webhook => (webhook.Url ?? "", $"webhook {webhook.WebhookId}")),
            ];
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            WriteVerbose($"Whether the Url is in use cannot be foreseen. {fault.Message}");
            return [];
        }
    }
}
