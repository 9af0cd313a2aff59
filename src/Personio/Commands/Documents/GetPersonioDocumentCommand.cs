using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets the documents of persons or applications. Save-PersonioDocument downloads the files.</summary>
/// <remarks>
/// Sends one request for each owner; many run concurrently, within the rate limit. Personio cannot list the documents
/// of all owners, and returns no error if an owner does not exist.
/// </remarks>
/// <example>
/// <code>
/// Get-PersonioPerson -Status Active | Get-PersonioDocument -CreatedAfter 2026-01-01 | Export-Csv documents.csv
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioDocument", HelpUri = HelpPages.Root + "Get-PersonioDocument.md")]
[OutputType(typeof(Document))]
public sealed class GetPersonioDocumentCommand : PersonRowsCmdletBase<Document>
{
    private string[]? _categoryIds;
    private readonly HashSet<string> _applications = new(StringComparer.Ordinal);
    private bool _isLimitReached;

    /// <summary>The owners: ids or email addresses of persons, or ids of applications for recruiting files.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId", "ApplicationId", "PersonEmail", "Email")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? OwnerId { get; set; }

    /// <summary>
    /// Returns only documents of these categories: names, without wildcards, or ids; a number is an id. Filtered by
    /// Personio, with one request for each category.
    /// </summary>
    [Parameter]
    [Alias("CategoryId", "DocumentCategoryId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<DocumentCategory>))]
    public string[]? Category { get; set; }

    /// <summary>Returns only documents created on this day or later. Filtered by Personio.</summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? CreatedAfter { get; set; }

    /// <summary>Returns only documents created before this day. Filtered by Personio.</summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? CreatedBefore { get; set; }

    /// <summary>Returns at most this many documents.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object with a property OwnerId, PersonId or ApplicationId, or the id of an owner as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override void ResolveFilters()
    {
        var categories = new DocumentCategories(this);
        RunOrTerminate(Category, () => _categoryIds = Category?.Select(categories.IdOf).Distinct().ToArray());
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(OwnerId, InputObject, nameof(OwnerId)) is not { } owners)
        {
            TryRun(null, () => throw PersonioException.Invalid(
                "Specify -OwnerId, or pipe persons: Get-PersonioPerson | Get-PersonioDocument."));
            return;
        }

        // The ids of applications are independent of those of persons.
        if (PipelineInput.TextOf(InputObject, "ApplicationId") is { } applications)
        {
            _applications.UnionWith(applications);
        }

        foreach (RequestedId owner in owners.TakeWhile(_ => !_isLimitReached))
        {
            foreach (string? category in _categoryIds ?? [null!])
            {
                Enqueue(owner.Target, token => ListAsync(owner.IdOrThrow, category, token), Write);
            }
        }
    }

    private Task<IReadOnlyList<Document>> ListAsync(string owner, string? category, CancellationToken token) =>
        ApiRequest.RefusalOf(owner) is { } refusal
            ? throw refusal
            : Client.ListAllAsync<Document>(
                Endpoints.ListDocuments.For()
                    .With("owner_id", owner)
                    .With("category_id", category)
                    .With("created_at.gte", DateText.Day(CreatedAfter))
                    .With("created_at.lt", DateText.Day(CreatedBefore)),
                token);

    private void Write(IReadOnlyList<Document> documents) =>
        _isLimitReached = _isLimitReached || !documents.All(document => WriteUpTo(document, First, WriteRow));

    private static Document WithName(Document row, PersonName name) =>
        row with { PersonName = name.DisplayName, PersonEmail = name.Email };

    private protected override bool IsOfPerson(Document row) => !_applications.Contains(row.OwnerId ?? "");
}
