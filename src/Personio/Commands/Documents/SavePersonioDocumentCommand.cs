using System.Globalization;
using System.Management.Automation;
using Personio.Client;

namespace Personio.Commands;

/// <summary>Downloads documents into a folder and writes the files that were made.</summary>
/// <remarks>
/// Names are made safe for every system: without folders, control characters and reserved names, and not too long. Two
/// documents of one name get two files: the second has the id of its document in its name. A file is there when it is
/// complete; one that was there before stays, unless -Force is given. Documents that Personio's virus scan found unsafe
/// are not handed out.
/// </remarks>
/// <example>
/// <code>
/// Get-PersonioPerson -Email $email | Get-PersonioDocument | Save-PersonioDocument -Destination ./documents
/// </code>
/// </example>
[Cmdlet(VerbsData.Save, "PersonioDocument", HelpUri = HelpPages.Root + "Save-PersonioDocument.md")]
[OutputType(typeof(FileInfo))]
public sealed class SavePersonioDocumentCommand : ConnectedCommand
{
    private SavedFiles? _files;

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

    /// <summary>Replaces files that are there already, but never one that this command has saved.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>A document, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _files = new SavedFiles(Force);
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach ((string id, object target) in Asked(DocumentId, InputObject, nameof(DocumentId)) ?? Nothing())
        {
            Attempt(target, () => Save(id, target));
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
        string? title = Piped.Text(InputObject, "Name")?[0];
        string? type = Piped.Text(InputObject, "DocumentType")?[0];
        long? size = long.TryParse(
            Piped.Text(InputObject, "Size")?[0], NumberStyles.None, CultureInfo.InvariantCulture, out long listed)
            ? listed
            : null;

        // Where the name is known, what stands in the way is said before the request.
        string? place = DocumentFileName.IsKnown(title, type)
            ? _files!.PlaceOf(folder, DocumentFileName.Of(title, type), id)
            : null;
        Ahead(
            target,
            token => _files!.WriteAsync(folder, stream => Client.DownloadAsync(request, stream, title, size, token)),
            saved => Write(_files!.Keep(
                saved.Part,
                () => place ?? _files.PlaceOf(folder, DocumentFileName.Of(title, type, saved.File.FileName), id))));
    }

    private void Write(FileInfo file) => WriteObject(LocalPath.Item(this, file.FullName), enumerateCollection: true);
}
