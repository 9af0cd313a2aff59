using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Removes webhooks. Asks for confirmation unless -Confirm:$false is specified.</summary>
/// <example>
/// <code>Get-PersonioWebhook -Status Disabled | Remove-PersonioWebhook</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PersonioWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Remove-PersonioWebhook.md")]
[OutputType(typeof(Webhook))]
public sealed class RemovePersonioWebhookCommand : RemoveCmdletBase<Webhook>
{
    /// <summary>The ids of the webhooks.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IdCompleter<Webhook>))]
    public string[]? WebhookId { get; set; }

    private protected override string[]? Ids => WebhookId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetWebhook;

    private protected override Endpoint DeleteEndpoint => Endpoints.DeleteWebhook;

    private protected override string? IdOf(Webhook item) => item.WebhookId;

    private protected override string Describe(Webhook item) => $"{item.Description}, {item.Url}";
}
