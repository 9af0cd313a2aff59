using System.Text;

namespace Personio.Lifecycle;

/// <summary>
/// The log as a file, used by one run at a time. A lock file next to it is open as long as the log is; the system
/// releases it even if the process crashes.
/// </summary>
public sealed class PlanLogFile : IDisposable
{
    private readonly Stream _lock;
    private readonly Stream _file;
    private readonly string _path;
    private readonly StreamWriter _writer;

    internal PlanLogFile(Stream lockFile, Stream file, string path)
    {
        _path = path;
        _lock = lockFile;
        _file = file;
        _writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    /// <summary>Writes the lines. Flushing it writes them to disk.</summary>
    public TextWriter Writer => field ??= new DiskWriter(_writer, _file, _path);

    /// <summary>Opens a log for appending, and creates it if it does not exist.</summary>
    /// <exception cref="LifecycleException">Another run uses it (<c>RunInProgress</c>), or it cannot be written
    /// (<c>InvalidOption</c>).</exception>
    public static PlanLogFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path);
        FileStream lockFile = AcquireLock(full + ".lock");
        try
        {
            CheckIsLog(full);
            FileStream file = Create(full, FileShare.Read);
            CompleteLastLine(file);
            return new PlanLogFile(lockFile, file, full);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    /// <summary>Reads the lines of a log, even while a run writes it; empty if the file does not exist.</summary>
    public static IEnumerable<string> ReadLines(string path)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            yield break;
        }

        var options = new FileStreamOptions
        {
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
        };
        using FileStream file = OpenFile(full, options);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Reads what earlier runs recorded; empty if the file does not exist yet.</summary>
    /// <exception cref="LifecycleException">The file is not a log (<c>InvalidOption</c>).</exception>
    public static LogMemory ReadMemory(string path)
    {
        CheckIsLog(path);
        return new(PlanLogReader.Read(ReadLines(path)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _writer.Dispose();
            _file.Dispose();
        }
        catch (IOException)
        {
            // What could not be flushed was reported by the write. The lock must not outlive the run.
        }
        finally
        {
            _lock.Dispose();
        }
    }

    // A plan or list named by mistake has no memory, and must not get log lines appended.
    private static void CheckIsLog(string path)
    {
        if (ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } first
            && !first.TrimStart().StartsWith('{'))
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"'{path}' is not a log of plans: its first line is not JSON. Specify another file for -LogPath.");
        }
    }

    private static FileStream AcquireLock(string path)
    {
        try
        {
            // The lock file is never deleted: that could remove the one the next run has just locked.
            return Create(path, FileShare.None);
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            throw new LifecycleException(
                LifecycleErrors.RunInProgress,
                $"Another run holds '{path}'. Wait until it has ended; one run at a time may write to a directory.");
        }
    }

    // The errors of a lock: a sharing or lock violation on Windows, EAGAIN on Linux, EWOULDBLOCK on macOS.
    private static bool IsHeld(IOException fault) =>
        (fault.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    private static LifecycleException NotWritten(string path, IOException fault) => new(
        LifecycleErrors.LogNotWritten,
        $"The log of plans could not be written: {fault.Message} Writes before this one are in the log. Free space or "
        + $"repair the disk of '{path}', and apply the same plan again.");

    // The names of persons and their changes are private: only the owner of the file may read it.
    private static FileStream Create(string path, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return OpenFile(path, options);
    }

    private static FileStream OpenFile(string path, FileStreamOptions options)
    {
        try
        {
            return new FileStream(path, options);
        }
        catch (UnauthorizedAccessException)
        {
            bool isRead = options.Access == FileAccess.Read;
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"This account may not {(isRead ? "read" : "write")} '{path}', which the log of plans needs. Have its "
                + "owner grant that, or specify another file for -LogPath.");
        }
    }

    // A crash may have left an incomplete line that would corrupt the next one.
    private static void CompleteLastLine(FileStream file)
    {
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            bool isWhole = file.ReadByte() == '\n';
            file.Seek(0, SeekOrigin.End);
            if (!isWhole)
            {
                file.WriteByte((byte)'\n');
            }
        }
    }

    private sealed class DiskWriter(StreamWriter writer, Stream file, string path) : TextWriter
    {
        public override Encoding Encoding => writer.Encoding;

        public override void Write(char value) => writer.Write(value);

        public override void Write(string? value) => writer.Write(value);

        public override void Flush()
        {
            try
            {
                writer.Flush();
                (file as FileStream)?.Flush(flushToDisk: true);
            }
            catch (IOException fault)
            {
                throw NotWritten(path, fault);
            }
        }
    }
}
