using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// A document about to be uploaded. Rejects what can be recognized as wrong before the request, and builds the request
/// form.
/// </summary>
internal sealed record DocumentDraft
{
    /// <summary>The full path of the file.</summary>
    public required string File { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long Size { get; init; }

    public required string Name { get; init; }

    public required string OwnerId { get; init; }

    public required string CategoryId { get; init; }

    public string? Comment { get; init; }

    public DateTime? Date { get; init; }

    /// <summary>Rejects what Personio would reject.</summary>
    /// <exception cref="PersonioException">A value is invalid (<c>InvalidRequest</c>).</exception>
    public DocumentDraft Check()
    {
        LostCharacters.Reject(Name);
        LostCharacters.Reject(Comment);
        string? wrong = this switch
        {
            { OwnerId: "" } => "its OwnerId is empty",
            { CategoryId: "" } => "its Category is empty",
            { Size: 0 } => "the file is empty",
            { Size: > FileTransfer.MaxUploadBytes } =>
                $"the file has {Size} bytes; the limit is {FileTransfer.MaxUploadBytes} (30 MB)",
            _ => null,
        };
        return wrong is not null ? throw PersonioException.Invalid($"'{File}' was not uploaded: {wrong}.")
            : ApiRequest.RefusalOf(OwnerId) is { } refusal ? throw refusal
            : this;
    }

    /// <summary>The form of the request, with the field names of API v1.</summary>
    public FileUpload ToUpload() => new(File, new Dictionary<string, string?>
    {
        ["title"] = Name,
        ["employee_id"] = OwnerId,
        ["category_id"] = CategoryId,
        ["comment"] = string.IsNullOrEmpty(Comment) ? null : Comment,
        ["date"] = DateText.Day(Date),
    });

    /// <summary>The response, completed with what was sent: the API cannot read a single document.</summary>
    public Document Complete(Document created) => created with
    {
        Name = created.Name ?? Name,
        OwnerId = OwnerId,
        CategoryId = CategoryId,
        Date = created.Date ?? Date,
        Size = Size,
    };

    /// <summary>Names what was not found: the person, the category, or one of the two.</summary>
    /// <param name="fault">The error that Personio returned.</param>
    /// <param name="isCategory">True if the category exists; null if unknown.</param>
    public PersonioException NotFound(PersonioException fault, bool? isCategory)
    {
        string what = isCategory switch
        {
            true => $"there is no person {OwnerId} that the credential may see",
            false => $"there is no document category {CategoryId}; Get-PersonioDocumentCategory lists all",
            null => $"there is no person {OwnerId}, or no document category {CategoryId}",
        };
        return fault.As(
            isCategory == true ? ErrorKind.NotFound : ErrorKind.InvalidRequest,
            $"'{File}' was not uploaded: {what}.",
            isCategory == true ? "Person" : null);
    }

    /// <summary>The document in words, for <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    public override string ToString() => $"'{Name}' for person {OwnerId}";
}
