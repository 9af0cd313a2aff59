using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Downloads documents into a folder and writes the saved files.</summary>
/// <remarks>
/// File names are made safe for every system: without folders, control characters and reserved names, and not too long.
/// If two documents have the same name, the second file gets the id of its document in its name, even if the first is
/// from an earlier run. A file appears only when it is complete. Other files are never replaced, and the file of the
/// document itself only with -Force. Documents that Personio's virus scan found unsafe cannot be downloaded.
/// </remarks>
/// <example>
/// <code>
/// Get-PersonioPerson -Email $email | Get-PersonioDocument | Save-PersonioDocument -Destination ./documents
/// </code>
/// </example>
[Cmdlet(VerbsData.Save, "PersonioDocument", HelpUri = HelpPages.Root + "Save-PersonioDocument.md")]
[OutputType(typeof(FileInfo))]
public sealed class SavePersonioDocumentCommand : ConnectedCmdletBase
{
    private DownloadFolder? _files;

    /// <summary>The ids of the documents.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string[]? DocumentId { get; set; }

    /// <summary>
    /// The folder, created if it does not exist. Defaults to the current folder. A script block computes a folder for
    /// each document: <c>{ "./documents/$($_.OwnerId)" }</c>.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>
    /// Saves documents that were already saved again, and replaces their files. A file with the same name that does not
    /// belong to the document is kept.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Skips documents that an earlier run saved into the folder, without downloading them. Cannot be combined with
    /// -Force.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>A document, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Force && SkipExisting)
        {
            ThrowTerminatingError(Errors.CreateRecord(
                PersonioException.Invalid(
                    "-Force saves again what is there, and -SkipExisting leaves it out: specify one of them."),
                Noun,
                null));
        }

        _files = new DownloadFolder(Force);
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach ((string id, object target) in RequireIds(DocumentId, InputObject, nameof(DocumentId)))
        {
            TryRun(target, () => Save(id, target));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _files?.Dispose();
    }

    private void Save(string id, object target)
    {
        ApiRequest request = Endpoints.DownloadDocument.For(id);
        string folder = LocalPath.ResolveFolder(this, CheckedDestination.From(Destination, InputObject));
        string? title = PipelineInput.TextOf(InputObject, "Name")?[0];
        string? type = PipelineInput.TextOf(InputObject, "DocumentType")?[0];
        var document = new SavedDocument(id, SizeOf(InputObject), (InputObject?.BaseObject as Document)?.CreatedAt);

        // If the name is known, a conflict is reported before the request, and an existing document is not requested.
        (string Path, bool IsThere)? place = DocumentFileName.IsKnown(title, type)
            ? _files!.DeterminePath(folder, DocumentFileName.Create(title, type), document, SkipExisting)
            : null;
        if (place is { IsThere: true } && SkipExisting)
        {
            Skip(document);
            return;
        }

        Enqueue(
            target,
            token => _files!.WriteAsync(
                folder, stream => Client.Files.DownloadAsync(request, stream, title, document.Size, token)),
            saved => Write(_files!.Commit(
                saved.Part,
                document,
                () => place?.Path
                    ?? ChoosePath(
                        _files.DeterminePath(
                            folder, DocumentFileName.Create(title, type, saved.File.FileName), document, SkipExisting),
                        document))));
    }

    private static long? SizeOf(PSObject? input) => long.TryParse(
        PipelineInput.TextOf(input, "Size")?[0], NumberStyles.None, CultureInfo.InvariantCulture, out long listed)
        ? listed
        : null;

    private string? ChoosePath((string Path, bool IsThere) place, SavedDocument document)
    {
        if (place.IsThere && SkipExisting)
        {
            Skip(document);
            return null;
        }

        return place.Path;
    }

    private void Skip(SavedDocument document) =>
        WriteVerbose($"Skipped document {document.Id}: it was saved before.");

    private void Write(FileInfo? file)
    {
        if (file is not null)
        {
            WriteObject(LocalPath.FindItem(this, file.FullName), enumerateCollection: true);
        }
    }
}
