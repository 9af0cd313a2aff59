using System.Collections;
using System.Management.Automation;
using System.Security;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Creates a webhook: an address that Personio calls when something happens.</summary>
/// <remarks>
/// With -Token Personio sends it verbatim in the header Authorization; with -CustomHeader it sends those headers; with
/// neither nothing tells the receiver that the call is Personio's.
/// </remarks>
/// <example>
/// <code>New-PersonioWebhook https://hooks.example.org/personio 'To the directory' -EnabledEvent person.created</code>
/// </example>
[Cmdlet(VerbsCommon.New, "PersonioWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Webhook))]
public sealed class NewPersonioWebhookCommand : WriterCommand
{
    /// <summary>The address to call; https only.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Uri Url { get; set; } = new("about:blank");

    /// <summary>The description.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Description { get; set; } = "";

    /// <summary>The events to be called for.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[] EnabledEvent { get; set; } = [];

    /// <summary>Whether it is called at once. By default a new webhook is disabled.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(WebhookStatus))]
    public WebhookStatus? Status { get; set; }

    /// <summary>A secret that Personio sends along in the header Authorization, as it is.</summary>
    [Parameter]
    public SecureString? Token { get; set; }

    /// <summary>At most three headers that Personio sends along, by name; values may be secure strings.</summary>
    [Parameter]
    public IDictionary? CustomHeader { get; set; }

    /// <summary>Takes names of events that this module does not know.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput() => Attempt(TargetOr(Url), () =>
    {
        ChangeBody body = Body()
            .Always("url", WebhookRules.Url(Url))
            .Always("description", Description)
            .Always("status", (Status ?? WebhookStatus.Disabled).ToString().ToUpperInvariant())
            .Always("enabled_events", WebhookRules.Events(EnabledEvent, Force));
        WebhookAuthentication.AddTo(body, Token, CustomHeader, isNew: true);
        string what = $"{Url.GetLeftPart(UriPartial.Path)} for {string.Join(", ", EnabledEvent)}";
        if (MayChange(what, "Create webhook", "new webhook"))
        {
            Webhook made = Commit(token => Client.CreateAsync<Webhook>(
                Endpoints.CreateWebhook.For().WithBody(body.Members), token));
            WriteMade(
                made, isWhole: made.Url is not null, () => Endpoints.GetWebhook.For(made.WebhookId ?? ""), WriteObject);
        }
    });
}
