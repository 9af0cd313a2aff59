using Personio.Client;

namespace Personio;

/// <summary>A document being saved, with the values that identify its own file among others.</summary>
/// <param name="Id">The id of the document.</param>
/// <param name="Size">The size in bytes; null if unknown.</param>
/// <param name="CreatedAt">When the document was created; null if unknown.</param>
internal sealed record SavedDocument(string Id, long? Size, DateTimeOffset? CreatedAt)
{
    /// <summary>The last-write time for the file: the time of the document, with its mark.</summary>
    public DateTime Time => FileMark.TimeOf(Id, CreatedAt ?? DateTimeOffset.UtcNow);

    /// <summary>True if a file is the complete file of this document.</summary>
    public bool IsAt(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && FileMark.Matches(file.LastWriteTimeUtc, Id) && (Size is null || file.Length == Size);
    }
}
