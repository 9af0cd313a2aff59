using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Removes documents. Asks for confirmation unless -Confirm:$false is specified.</summary>
/// <remarks>
/// Pipe documents rather than ids: the API cannot read a single document, so the prompt for an id shows nothing else.
/// </remarks>
/// <example>
/// <code>Get-PersonioDocument -OwnerId $id -Category 'Sick notes' | Remove-PersonioDocument -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PersonioDocument", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Remove-PersonioDocument.md")]
[OutputType(typeof(Document))]
public sealed class RemovePersonioDocumentCommand : RemoveCmdletBase<Document>
{
    /// <summary>The ids of the documents.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? DocumentId { get; set; }

    private protected override string[]? Ids => DocumentId;

    private protected override Endpoint? ItemEndpoint => null;

    private protected override Endpoint DeleteEndpoint => Endpoints.DeleteDocument;

    private protected override string? IdOf(Document item) => item.DocumentId;

    private protected override Document CreateUnread(string id) => new()
    {
        DocumentId = id,
        Name = PipelineInput.TextOf(InputObject, nameof(Document.Name))?[0],
        OwnerId = PipelineInput.TextOf(InputObject, nameof(Document.OwnerId))?[0],
    };

    private protected override string Describe(Document item) =>
        item.Name is null ? "document" : $"'{item.Name}' of {item.OwnerId ?? "an unknown owner"}";
}
