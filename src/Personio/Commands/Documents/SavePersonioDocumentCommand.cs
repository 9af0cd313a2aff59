using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Downloads documents into a folder and writes the files that were made.</summary>
/// <remarks>
/// Names are made safe for every system: without folders, control characters and reserved names, and not too long. Two
/// documents of one name get two files: the second has the id of its document in its name, also where the first is from
/// an earlier run. A file is there when it is complete. No other file is ever replaced, and that of the document itself
/// only with -Force. Documents that Personio's virus scan found unsafe are not handed out.
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
    /// The folder, created if it does not exist. Defaults to the current folder. A script block makes one for each
    /// person:
    /// <c>{ "./documents/$($_.OwnerId)" }</c>.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>
    /// Saves documents again that are there already, and replaces their files. A file of the same name that is not from
    /// this document stays.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Leaves out documents that an earlier run saved into the folder, without downloading them. Not together with
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
        foreach ((string id, object target) in Required(DocumentId, InputObject, nameof(DocumentId)))
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
        string folder = LocalPath.Folder(this, CheckedDestination.From(Destination, InputObject));
        string? title = PipelineInput.Text(InputObject, "Name")?[0];
        string? type = PipelineInput.Text(InputObject, "DocumentType")?[0];
        var document = new SavedDocument(id, SizeOf(InputObject), (InputObject?.BaseObject as Document)?.CreatedAt);

        // Where the name is known, what stands in the way is said before the request, and what is there not asked for.
        (string Path, bool IsThere)? place = DocumentFileName.IsKnown(title, type)
            ? _files!.PlaceOf(folder, DocumentFileName.Create(title, type), document, SkipExisting)
            : null;
        if (place is { IsThere: true } && SkipExisting)
        {
            Skip(document);
            return;
        }

        Prefetch(
            target,
            token => _files!.WriteAsync(
                folder, stream => Client.Files.DownloadAsync(request, stream, title, document.Size, token)),
            saved => Write(_files!.Keep(
                saved.Part,
                document,
                () => place?.Path
                    ?? Wanted(_files.PlaceOf(
                        folder, DocumentFileName.Create(title, type, saved.File.FileName), document, SkipExisting), document))));
    }

    private static long? SizeOf(PSObject? input) => long.TryParse(
        PipelineInput.Text(input, "Size")?[0], NumberStyles.None, CultureInfo.InvariantCulture, out long listed)
        ? listed
        : null;

    private string? Wanted((string Path, bool IsThere) place, SavedDocument document)
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
            WriteObject(LocalPath.Item(this, file.FullName), enumerateCollection: true);
        }
    }
}
