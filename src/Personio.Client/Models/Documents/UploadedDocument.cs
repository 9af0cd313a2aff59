namespace Personio.Models;

/// <summary>The response of API v1 to an upload.</summary>
internal sealed record UploadedDocument : ApiObject, IIdentified
{
    public string? Id { get; init; }

    string? IIdentified.Identity => Id;

    public UploadedAttributes? Attributes { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id ?? "";

    [FlatMember("title")]
    internal sealed record UploadedAttributes : ApiObject
    {
        public string? Title { get; init; }

        [Day]
        public DateTime? Date { get; init; }

        public string? Comment { get; init; }

        /// <inheritdoc/>
        public override string ToString() => Title ?? "";
    }
}
