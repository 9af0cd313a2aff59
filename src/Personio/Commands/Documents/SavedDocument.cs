using Personio.Client;

namespace Personio;

/// <summary>A document that is saved, as far as it tells its own files from those of others.</summary>
/// <param name="Id">The id of the document.</param>
/// <param name="Size">Its size in bytes; null where it is not known.</param>
/// <param name="CreatedAt">When it was created; null where that is not known.</param>
internal sealed record SavedDocument(string Id, long? Size, DateTimeOffset? CreatedAt)
{
    /// <summary>The time that its file gets: the one of the document, with its mark.</summary>
    public DateTime Time => FileMark.TimeOf(Id, CreatedAt ?? DateTimeOffset.UtcNow);

    /// <summary>Whether a file is the one that was saved of this document, as a whole.</summary>
    public bool IsAt(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && FileMark.IsOf(file.LastWriteTimeUtc, Id) && (Size is null || file.Length == Size);
    }
}
