using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Changes the name, day, comment or category of documents. Only specified values are sent.</summary>
/// <example>
/// <code>Get-PersonioDocument $id | Where-Object Name -Like 'scan*' | Set-PersonioDocument -Category Contracts</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioDocument", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioDocument.md")]
[OutputType(typeof(Document))]
public sealed class SetPersonioDocumentCommand : WriteCmdletBase
{
    private const int MaxNameLength = 256;

    private readonly Dictionary<string, IReadOnlyList<Document>> _owned = new(StringComparer.Ordinal);

    /// <summary>The ids of the documents.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? DocumentId { get; set; }

    /// <summary>The new name, at most 256 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The date of the document. Personio cannot clear it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? Date { get; set; }

    /// <summary>The new comment; $null or empty text clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <summary>
    /// The new category: its name, without wildcards, or its id; a number is an id. Personio cannot clear it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CategoryId", "DocumentCategoryId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NameOrIdCompleter<DocumentCategory>))]
    public string? Category { get; set; }

    /// <summary>
    /// The owner of the document: person id or email address. Needed for -PassThru, which reads documents by owner;
    /// piped documents carry it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId", "PersonEmail", "Email")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string? OwnerId { get; set; }

    /// <summary>Reads each document after the change and writes it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private DocumentCategories Categories => field ??= new DocumentCategories(this);

    private StateBefore<Document> Before => field ??= new StateBefore<Document>(this, () => InputObject, Read);

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach ((string id, object target) in RequireIds(DocumentId, InputObject, nameof(DocumentId)))
        {
            TryRun(target, () => Change(id));
        }
    }

    private void Change(string id)
    {
        ApiRequest request = Endpoints.UpdateDocument.For(id);
        ChangeBody body = CreateBody(id);
        string owner = PassThru ? IdFor(nameof(OwnerId), OwnerId) ?? "" : "";
        Document? now = Before.Find(id, Before.Piped(id));
        string name = now?.Name is { } known ? $"'{known}' ({id})" : id;
        if (!Changes.Confirm(
            $"Document {name}",
            $"Change document: {Given.ValuesOf(typeof(Document), nameof(DocumentId), nameof(OwnerId)).InWords(now)}",
            $"document {id}",
            $"Set {body}"))
        {
            return;
        }

        Changes.Commit(token => Client.SendAsync(request.WithBody(body.Members), token));
        if (PassThru)
        {
            // The API cannot read a single document.
            IReadOnlyList<Document> all = Changes.FollowUp(id, token => Client.ListAllAsync<Document>(
                Endpoints.ListDocuments.For().With("owner_id", owner), token));
            WriteObject(all.FirstOrDefault(document => document.DocumentId == id) ?? throw new PersonioException(
                ErrorKind.NotFound, $"Document {id} was changed, but {OwnerId} does not own it: nothing to write."));
        }
    }

    // The API cannot read a single document. If the owner is known, the owner's documents are listed once.
    private Document? Read(string id)
    {
        if (string.IsNullOrWhiteSpace(OwnerId))
        {
            return null;
        }

        string owner = IdFor(nameof(OwnerId), OwnerId) ?? "";
        if (!_owned.TryGetValue(owner, out IReadOnlyList<Document>? documents))
        {
            _owned[owner] = documents = Await(token => Client.ListAllAsync<Document>(
                Endpoints.ListDocuments.For().With("owner_id", owner), token));
        }

        return documents.FirstOrDefault(document => document.DocumentId == id)
            ?? throw Errors.CreateNotFound(nameof(Document), id);
    }

    private ChangeBody CreateBody(string id)
    {
        ChangeBody body = Given.CreateBody()
            .Add(nameof(Name), "name", Name)
            .AddDay(nameof(Date), "date", Date)
            .Add(nameof(Comment), "comment", Comment ?? "")
            .AddReference(
                nameof(Category), "category", string.IsNullOrWhiteSpace(Category) ? null : Categories.IdOf(Category));
        string? wrong = body switch
        {
            { IsEmpty: true } => "nothing to change was given: -Name, -Date, -Comment or -Category",
            _ when body.Members.FirstOrDefault(member => member.Value is null or "" && member.Key != "comment").Key
                is { } empty => $"Personio cannot clear the {empty} of a document",
            _ when Name?.Length > MaxNameLength && Given.Contains(nameof(Name)) =>
                $"its name has {Name.Length} characters; the limit is {MaxNameLength}",
            _ when PassThru && string.IsNullOrWhiteSpace(OwnerId) =>
                "-PassThru needs the owner, because Personio lists documents by owner only: pipe documents or specify "
                + "-OwnerId",
            _ => null,
        };
        return wrong is null ? body : throw PersonioException.Invalid($"Document {id} was not changed: {wrong}.");
    }
}
