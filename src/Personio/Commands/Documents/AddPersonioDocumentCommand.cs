using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Uploads files as documents of persons, one document for each file.</summary>
/// <remarks>
/// A file is read while it is sent. One that is empty or larger than 30 MB is refused before anything is sent.
/// Everything binds by property name: files from Get-ChildItem, or rows with Path, PersonId, CategoryId and what else
/// is known.
/// </remarks>
/// <example>
/// <code>Get-ChildItem ./contracts/*.pdf | Add-PersonioDocument -OwnerId 4711 -CategoryId 7 -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.Add, "PersonioDocument", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByPath)]
[OutputType(typeof(Document))]
public sealed class AddPersonioDocumentCommand : WriterCommand
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    /// <summary>The files, with wildcards.</summary>
    [Parameter(ParameterSetName = ByPath, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, exactly as written.</summary>
    [Parameter(ParameterSetName = ByLiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [AllowEmptyString]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The id of the person who will own the document.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [AllowEmptyString]
    public string OwnerId { get; set; } = "";

    /// <summary>The id of the category; Get-PersonioDocumentCategory lists them.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("DocumentCategoryId")]
    [AllowEmptyString]
    public string CategoryId { get; set; } = "";

    /// <summary>The name of the document; without it that of the file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Title")]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The day the document is of; without it Personio takes today.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? Date { get; set; }

    /// <summary>A comment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool isLiteral = ParameterSetName == ByLiteralPath;
        foreach (string path in isLiteral ? LiteralPath : Path)
        {
            object target = TargetOr(path);
            string[] files = [];
            Attempt(target, () => files = FilesOf(path, isLiteral));
            foreach (string file in files)
            {
                Attempt(target, () => Upload(file));
            }
        }
    }

    private string[] FilesOf(string path, bool isLiteral)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw PersonioException.Invalid("The document was not uploaded: its Path is empty.");
        }

        try
        {
            ProviderInfo provider;
            string[] files = isLiteral
                ? [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)]
                : [.. GetResolvedProviderPathFromPSPath(path, out provider)];
            if (provider.Name != "FileSystem" || files.Any(file => !File.Exists(file)))
            {
                throw NotFound(path);
            }

            return files.Length > 1 && !string.IsNullOrWhiteSpace(Name)
                ? throw PersonioException.Invalid($"'{path}' is {files.Length} files, and -Name can name only one.")
                : files;
        }
        catch (ItemNotFoundException)
        {
            throw NotFound(path);
        }
    }

    private static PersonioException NotFound(string path) =>
        new(ErrorKind.NotFound, $"There is no file '{path}'. Check the path.") { Noun = "File" };

    private void Upload(string file)
    {
        long size = new FileInfo(file).Length;
        string name = string.IsNullOrWhiteSpace(Name) ? System.IO.Path.GetFileName(file) : Name.Trim();
        (string owner, string category) = (OwnerId.Trim(), CategoryId.Trim());
        string? wrong = owner.Length == 0 ? "its OwnerId is empty"
            : category.Length == 0 ? "its CategoryId is empty"
            : size == 0 ? "the file is empty"
            : size > FileUpload.Largest ? $"the file has {size} bytes, and Personio takes {FileUpload.Largest} (30 MB)"
            : null;
        if (wrong is not null)
        {
            throw PersonioException.Invalid($"'{file}' was not uploaded: {wrong}.");
        }

        if (ShouldProcess($"'{name}' for person {owner}", $"Upload {file}"))
        {
            Send(new FileUpload(file, new Dictionary<string, string?>
            {
                ["title"] = name,
                ["employee_id"] = owner,
                ["category_id"] = category,
                ["comment"] = string.IsNullOrEmpty(Comment) ? null : Comment,
                ["date"] = WireTime.Day(Date),
            }), name, size);
        }
    }

    // There is no request for one document, so what was sent stands beside what was answered.
    private void Send(FileUpload upload, string name, long size)
    {
        Document made = Await(token => Client.UploadDocumentAsync(upload, token));
        WriteObject(made with
        {
            Name = made.Name ?? name,
            OwnerId = OwnerId.Trim(),
            CategoryId = CategoryId.Trim(),
            Date = made.Date ?? Date,
            Size = size,
        });
    }
}
