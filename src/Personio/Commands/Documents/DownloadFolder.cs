using System.Collections.Concurrent;
using Personio.Client;

namespace Personio;

/// <summary>
/// The files that one cmdlet saves into folders. Each is written next to its destination under a temporary name and
/// moved there when complete; incomplete files are deleted, even after Ctrl+C. An existing file that does not belong to
/// the same document is never replaced.
/// </summary>
/// <param name="isForced">True to save documents again and replace their files.</param>
internal sealed class DownloadFolder(bool isForced) : IDisposable
{
    private const int MaxMarkLength = 40;

    // A canceled download ends promptly; only a hanging file system takes longer.
    private static readonly TimeSpan s_disposeTimeout = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, bool> _parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _writing = new();
    private readonly ConcurrentDictionary<string, bool> _cleaned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _existingNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ownPaths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Folder, string Id)> _ids = [];
    private volatile bool _isDisposed;

    /// <summary>
    /// Reserves the destination of a file. If a file of another document already has the name, from this run or an
    /// earlier one, the id of the document is added to the name. Names that differ only in case count as equal, because
    /// some file systems ignore case.
    /// </summary>
    /// <returns>The destination, and true if the document is already saved there.</returns>
    /// <exception cref="PersonioException">
    /// The document is already saved there (<c>Conflict</c>) and should be neither replaced nor skipped, or the name
    /// leads out of the folder.
    /// </exception>
    public (string Path, bool IsThere) DeterminePath(
        string folder, string? name, SavedDocument document, bool skipsExisting)
    {
        // The id comes from the same server as the name, so it is made safe too. A UUID has 36 characters.
        string id = document.Id;
        string mark = SafeFileName.Create(id.Length > MaxMarkLength ? id[..MaxMarkLength] : id, "document");
        string plain = SafeFileName.Create(name, $"document {mark}");
        string named = SafeFileName.With(plain, mark);
        string safe = IsFree(folder, plain, document) && !NamesIn(folder).Contains(named) ? plain : named;

        // The name is a single path segment by now. This is a last safeguard.
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

        _ownPaths.Add(path);
        return (path, isThere);
    }

    /// <summary>Writes a file that is not yet at its destination. Creates the folder if it does not exist.</summary>
    /// <exception cref="PersonioException">
    /// The file could not be written, or the folder could not be created.
    /// </exception>
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
    /// Moves a complete file to its destination, with the mark of its document. A file without a destination is
    /// deleted.
    /// </summary>
    /// <returns>The file; null if the file has no destination.</returns>
    /// <exception cref="PersonioException">
    /// The destination is rejected, or the file could not be moved there.
    /// </exception>
    public FileInfo? Commit(string part, SavedDocument document, Func<string?> place)
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
            throw CreateWriteError(fault);
        }
    }

    /// <summary>Deletes files that did not reach their destination. Downloads must be canceled first.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        // Each download deletes its own part as it ends; no part may remain when the command has ended.
        Task.WaitAny([Task.WhenAll(_writing.Keys)], s_disposeTimeout);
        foreach (string part in _parts.Keys)
        {
            Delete(part);
        }
    }

    private static PersonioException CreateWriteError(Exception fault) =>
        new(ErrorKind.InvalidRequest, $"The file could not be written. {fault.Message}", fault);

    private async Task<(string Part, FileDownload File)> WritePartAsync(
        string folder, Func<Stream, Task<FileDownload>> write)
    {
        LocalPath.CreateFolder(folder);
        if (_cleaned.TryAdd(folder, true))
        {
            PartFile.RemoveOld(folder);
        }

        string part = PartFile.GetPath(folder);
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
            throw CreateWriteError(fault);
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

    // True if no other document uses the name, in this run or from an earlier one.
    private bool IsFree(string folder, string name, SavedDocument document)
    {
        string path = Path.Combine(folder, name);
        return !_ownPaths.Contains(path) && (!NamesIn(folder).Contains(name) || document.IsAt(path));
    }

    // Read once for each folder rather than for each file.
    private HashSet<string> NamesIn(string folder)
    {
        if (!_existingNames.TryGetValue(folder, out HashSet<string>? names))
        {
            names = new HashSet<string>(
                Directory.Exists(folder)
                    ? Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).OfType<string>()
                    : [],
                StringComparer.OrdinalIgnoreCase);
            _existingNames[folder] = names;
        }

        return names;
    }
}
