using System.Collections;
using System.Management.Automation;
using System.Security;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Changes webhooks. Only specified values are changed.</summary>
/// <example>
/// <code>Get-PersonioWebhook -Status Disabled | Set-PersonioWebhook -Status Enabled</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioWebhook.md")]
[OutputType(typeof(Webhook))]
public sealed class SetPersonioWebhookCommand : SetCmdletBase<Webhook>
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IdCompleter<Webhook>))]
    public string[]? WebhookId { get; set; }

    /// <summary>The URL to call; https only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Uri? Url { get; set; }

    /// <summary>The description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>All events to call the webhook for; replaces the existing ones.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FixedCompleter<WebhookEvents>))]
    public string[]? EnabledEvent { get; set; }

    /// <summary>Whether the webhook is called.</summary>
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

    private protected override string[]? Ids => WebhookId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetWebhook;

    private protected override Endpoint UpdateEndpoint => Endpoints.UpdateWebhook;

    private protected override (ChangeBody Body, string? Description) Plan(string id)
    {
        ChangeBody body = Given.CreateBody()
            .Add(nameof(Url), "url", Url is null ? null : WebhookRules.CheckUrl(Url))
            .Add(nameof(Description), "description", Description)
            .AddEnum(nameof(Status), "status", Status);
        if (EnabledEvent is not null)
        {
            body.AddAlways("enabled_events", WebhookRules.CheckEvents(EnabledEvent, Force));
        }

        WebhookAuthentication.AddTo(body, Token, CustomHeader, isNew: false);
        return (body, PipedAs(id)?.Description);
    }
}
