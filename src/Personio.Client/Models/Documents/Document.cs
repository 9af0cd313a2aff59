using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A document of a person or of an application; its content is downloaded separately.</summary>
public sealed record Document : ApiObject, IIdentified, IPersonRow<Document>
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? DocumentId { get; init; }

    /// <summary>The name, usually that of the file; may contain any characters.</summary>
    public string? Name { get; init; }

    /// <summary>The id of the person or the application it belongs to.</summary>
    [JsonIgnore]
    public string? OwnerId { get => field ?? Owner?.Id; init; }

    /// <summary>The name of the person it belongs to; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The email address of that person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>The id of its category.</summary>
    [JsonIgnore]
    public string? CategoryId { get => field ?? Category?.Id; init; }

    /// <summary>The date of the document.</summary>
    [Day]
    public DateTime? Date { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The kind of file, for example pdf.</summary>
    public string? DocumentType { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>safe, unsafe, unknown or a value added later. Unsafe documents cannot be downloaded.</summary>
    [JsonIgnore]
    public string? VirusScan => VirusScanPart?.Status;

    /// <summary>
    /// The status of the electronic signature, for example pending or signed; null if no signature was requested.
    /// </summary>
    [JsonIgnore]
    public string? Signature => SignaturePart?.Status;

    /// <summary>When the document was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    string? IIdentified.Identity => DocumentId;

    [JsonInclude]
    internal Reference? Owner { get; init; }

    [JsonInclude]
    internal Reference? Category { get; init; }

    [JsonInclude]
    [JsonPropertyName("virus_scan")]
    internal Approval? VirusScanPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("esignature")]
    internal Approval? SignaturePart { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("owner", Owner), ("category", Category), ("virus_scan", VirusScanPart), ("esignature", SignaturePart)];

    string? IPersonRow<Document>.PersonId => OwnerId;

    Document IPersonRow<Document>.WithPerson(string? name, string? email) =>
        this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() => Name ?? DocumentId ?? "";
}
