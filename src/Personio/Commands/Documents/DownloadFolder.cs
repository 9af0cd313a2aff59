using System.Collections.Concurrent;
using Personio.Client;

namespace Personio;

/// <summary>
/// The files that one cmdlet saves into folders. Each is written beside its place under a name of its own and takes its
/// place when it is complete; what is not complete is deleted, also after Ctrl+C. A file that is there and does not
/// belong to the same document stays, whatever was asked for.
/// </summary>
/// <param name="isForced">Whether a document is saved again, and its file replaced.</param>
internal sealed class DownloadFolder(bool isForced) : IDisposable
{
    private const int LongestMark = 40;

    // A canceled download ends at once; only a file system that hangs takes longer.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, bool> _parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _writing = new();
    private readonly ConcurrentDictionary<string, bool> _cleaned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Folder, string Id)> _ids = [];
    private volatile bool _isDisposed;

    /// <summary>
    /// Finds the place of a file, and keeps it. Where a file of the name is there already that is not this document's,
    /// from this run or from before, the name gets the id of the document. Names that differ in upper and lower case
    /// only count as the same, because they are on some systems.
    /// </summary>
    /// <returns>The place, and whether the document is saved there already.</returns>
    /// <exception cref="PersonioException">
    /// The document is saved there already (<c>Conflict</c>), unless it is to be replaced or skipped; or the name leads
    /// elsewhere.
    /// </exception>
    public (string Path, bool IsThere) PlaceOf(string folder, string? name, SavedDocument document, bool skipsExisting)
    {
        // An id comes from the same server as the name. A UUID has 36 characters.
        string id = document.Id;
        string mark = SafeFileName.Create(id.Length > LongestMark ? id[..LongestMark] : id, "document");
        string plain = SafeFileName.Create(name, $"document {mark}");
        string named = SafeFileName.With(plain, mark);
        string safe = IsFree(folder, plain, document) && !NamesIn(folder).Contains(named) ? plain : named;

        // The name is one part of a path by now. This is the last lock, should that ever be wrong.
        string path = Path.GetFullPath(Path.Combine(folder, safe));
        if (Path.GetDirectoryName(path) != Path.TrimEndingDirectorySeparator(folder))
        {
            throw PersonioException.Invalid($"'{safe}' leads out of the folder '{folder}'.");
        }

        bool isTwice = !_ids.Add((folder, id));
        bool isThere = isTwice || NamesIn(folder).Contains(safe);
        if (isThere && !skipsExisting && (isTwice || !isForced))
        {
            throw new PersonioException(
                ErrorKind.Conflict,
                $"Document {id} was not saved: it already exists as '{path}'. -SkipExisting skips existing files, "
                + "-Force saves it again.");
        }

        _own.Add(path);
        return (path, isThere);
    }

    /// <summary>Writes a file that is not in its place yet. The folder is made where it is not there.</summary>
    /// <exception cref="PersonioException">It could not be written, or the folder not be made.</exception>
    public async Task<(string Part, FileDownload File)> WriteAsync(
        string folder, Func<Stream, Task<FileDownload>> write)
    {
        Task<(string Part, FileDownload File)> writing = WritePartAsync(folder, write);
        _writing[writing] = true;
        try
        {
            return await writing.ConfigureAwait(false);
        }
        finally
        {
            _writing.TryRemove(writing, out _);
        }
    }

    /// <summary>
    /// Puts a complete file into its place, with the mark of its document; one for which there is no place is deleted.
    /// </summary>
    /// <returns>The file; null where the place says that none is wanted.</returns>
    /// <exception cref="PersonioException">There is no place for it, or it could not be moved there.</exception>
    public FileInfo? Keep(string part, SavedDocument document, Func<string?> place)
    {
        try
        {
            if (place() is not { } path)
            {
                Delete(part);
                return null;
            }

            File.SetLastWriteTimeUtc(part, document.Time);
            File.Move(part, path, overwrite: isForced);
            _parts.TryRemove(part, out _);
            return new FileInfo(path);
        }
        catch (PersonioException)
        {
            Delete(part);
            throw;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Delete(part);
            throw Unwritten(fault);
        }
    }

    /// <summary>Deletes what is not in its place. Downloads have to be canceled before.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        // Each deletes its own part as it ends; who sees the command end must not find one.
        Task.WaitAny([Task.WhenAll(_writing.Keys)], s_patience);
        foreach (string part in _parts.Keys)
        {
            Delete(part);
        }
    }

    private static PersonioException Unwritten(Exception fault) =>
        new(ErrorKind.InvalidRequest, $"The file could not be written. {fault.Message}", fault);

    private async Task<(string Part, FileDownload File)> WritePartAsync(
        string folder, Func<Stream, Task<FileDownload>> write)
    {
        LocalPath.Make(folder);
        if (_cleaned.TryAdd(folder, true))
        {
            PartFile.RemoveOld(folder);
        }

        string part = PartFile.In(folder);
        try
        {
            FileDownload file;
            FileStream stream = PartFile.Create(part);
            await using (stream.ConfigureAwait(false))
            {
                file = await write(stream).ConfigureAwait(false);
            }

            _parts[part] = true;
            return _isDisposed ? throw new OperationCanceledException("The cmdlet ended.") : (part, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Delete(part);
            throw Unwritten(fault);
        }
        catch
        {
            Delete(part);
            throw;
        }
    }

    private void Delete(string part)
    {
        File.Delete(part);
        _parts.TryRemove(part, out _);
    }

    // Whether nothing of another document has the name, in this run or from before.
    private bool IsFree(string folder, string name, SavedDocument document)
    {
        string path = Path.Combine(folder, name);
        return !_own.Contains(path) && (!NamesIn(folder).Contains(name) || document.IsAt(path));
    }

    // Read once for each folder, and not for each file.
    private HashSet<string> NamesIn(string folder)
    {
        if (!_found.TryGetValue(folder, out HashSet<string>? names))
        {
            names = new HashSet<string>(
                Directory.Exists(folder)
                    ? Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).OfType<string>()
                    : [],
                StringComparer.OrdinalIgnoreCase);
            _found[folder] = names;
        }

        return names;
    }
}
