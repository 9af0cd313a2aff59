using System.Management.Automation;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Uploads files as documents of persons, one document for each file.</summary>
/// <remarks>
/// A file is read while it is sent. A file that is empty or larger than 30 MB is rejected before anything is sent. All
/// values bind by property name: from Get-ChildItem, or from rows with Path, PersonId, Category and optionally the
/// other parameters.
/// </remarks>
/// <example>
/// <code>Get-ChildItem ./contracts/*.pdf | Add-PersonioDocument -OwnerId 4711 -Category Contracts -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.Add, "PersonioDocument", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByPath,
    HelpUri = HelpPages.Root + "Add-PersonioDocument.md")]
[OutputType(typeof(Document))]
public sealed class AddPersonioDocumentCommand : WriteCmdletBase
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    // The number of files that the prompt names.
    private const int MaxShownFiles = 10;

    /// <summary>
    /// The files. Wildcards are allowed in a path typed as an argument, and are confirmed; a path from the pipeline is
    /// one file, exactly as written.
    /// </summary>
    [Parameter(ParameterSetName = ByPath, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, exactly as written.</summary>
    [Parameter(ParameterSetName = ByLiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [AllowEmptyString]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The person who will own the document: id or email address.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId", "PersonEmail", "Email")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string OwnerId { get; set; } = "";

    /// <summary>
    /// The category: its name, without wildcards, or its id; a number is an id. Get-PersonioDocumentCategory lists the
    /// categories.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("CategoryId", "DocumentCategoryId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NameOrIdCompleter<DocumentCategory>))]
    public string Category { get; set; } = "";

    /// <summary>The name of the document. Default: the name of the file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Title")]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The date of the document. Default: today, set by Personio.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? Date { get; set; }

    /// <summary>A comment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    private DocumentCategories Categories => field ??= new DocumentCategories(this);

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        bool isLiteral = ParameterSetName == ByLiteralPath;
        foreach (string path in isLiteral ? LiteralPath : Path)
        {
            object target = Given.TargetOrId(path);
            IReadOnlyList<string> files = [];
            TryRun(target, () => files = FilesOf(path, isLiteral || !Given.IsOnCommandLine(nameof(Path))));
            foreach (string file in ConfirmFiles(path, files) ? files : [])
            {
                TryRun(target, () => Upload(Draft(file).Check(), target));
            }
        }
    }

    // Shows the files that a typed wildcard matches. -Confirm asks for each file anyway, and -Confirm:$false for none.
    private bool ConfirmFiles(string path, IReadOnlyList<string> files) =>
        files.Count == 0
        || !Given.IsOnCommandLine(nameof(Path))
        || !WildcardPattern.ContainsWildcardCharacters(path)
        || (files is [string only] && System.IO.Path.GetFileName(only) == System.IO.Path.GetFileName(path))
        || MyInvocation.BoundParameters.ContainsKey("Confirm")
        || Confirmation.IsWhatIf(this)
        || ShouldContinue(
            PlainText.OneLine($"Upload {files.Count} files for person {OwnerId}: "
                + $"{string.Join(", ", files.Take(MaxShownFiles).Select(System.IO.Path.GetFileName))}"
                + $"{(files.Count > MaxShownFiles ? ", ..." : "")}?"),
            "Upload documents");

    private IReadOnlyList<string> FilesOf(string path, bool isLiteral)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw PersonioException.Invalid("The document was not uploaded: its Path is empty.");
        }

        IReadOnlyList<string> files = LocalPath.FindFiles(this, path, isLiteral);
        return files.Count > 1 && !string.IsNullOrWhiteSpace(Name)
            ? throw PersonioException.Invalid($"'{path}' is {files.Count} files, and -Name can name only one.")
            : files;
    }

    private DocumentDraft Draft(string file) => new()
    {
        File = file,
        Size = new FileInfo(file).Length,
        Name = string.IsNullOrWhiteSpace(Name) ? System.IO.Path.GetFileName(file) : Name.Trim(),
        OwnerId = IdFor(nameof(OwnerId), OwnerId) ?? "",
        CategoryId = string.IsNullOrWhiteSpace(Category) ? "" : Categories.IdOf(Category),
        Comment = Comment,
        Date = Date,
    };

    private Document Send(DocumentDraft draft)
    {
        try
        {
            return Changes.Commit(token => Client.Files.UploadAsync(draft.ToUpload(), token));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            // Personio does not say whether the person or the category was not found.
            throw draft.NotFound(fault, Categories.Has(draft.CategoryId));
        }
    }

    private void Upload(DocumentDraft draft, object target)
    {
        if (Changes.ConfirmForPerson(
            draft.OwnerId, target, draft.ToString(), $"Upload {draft.File}", $"person {draft.OwnerId}",
            "Upload document"))
        {
            WriteObject(draft.Complete(Send(draft)));
        }
    }
}
