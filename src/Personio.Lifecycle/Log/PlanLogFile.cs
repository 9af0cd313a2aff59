using System.Text;

namespace Personio.Lifecycle;

/// <summary>
/// The log as a file, held by one application at a time: a lock file beside it is open as long as the log is, and is
/// freed by the system also where the process dies.
/// </summary>
public sealed class PlanLogFile : IDisposable
{
    private readonly FileStream _lock;
    private readonly FileStream _file;
    private readonly StreamWriter _writer;

    private PlanLogFile(FileStream gate, FileStream file)
    {
        _lock = gate;
        _file = file;
        _writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    /// <summary>Where the lines go. Flushing it brings them to the disk.</summary>
    public TextWriter Writer => field ??= new DiskWriter(_writer, _file);

    /// <summary>Opens a log to append to it; one that is not there yet is created.</summary>
    /// <exception cref="LifecycleException">
    /// Another application holds it (<c>RunInProgress</c>), or it may not be written (<c>InvalidOption</c>).
    /// </exception>
    public static PlanLogFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path);
        FileStream gate = TakeLock(full + ".lock");
        try
        {
            CheckIsLog(full);
            FileStream file = Create(full, FileShare.Read);
            EndTornLine(file);
            return new PlanLogFile(gate, file);
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    /// <summary>The lines of a log, also while another application writes it; none where there is no file
    /// yet.</summary>
    public static IEnumerable<string> ReadLines(string path)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            yield break;
        }

        var options = new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete };
        using FileStream file = OpenFile(full, options);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Reads what earlier runs recorded; empty if the file does not exist yet.</summary>
    /// <exception cref="LifecycleException">It is a file of another kind (<c>InvalidOption</c>).</exception>
    public static LogMemory ReadMemory(string path)
    {
        CheckIsLog(path);
        return new(PlanLogReader.Read(ReadLines(path)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
        _lock.Dispose();
    }

    // A plan or a list that is named by mistake has no memory, and must not get lines of a log.
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

    private static FileStream TakeLock(string path)
    {
        try
        {
            // The file stays: deleting it could take away what the next run has just locked.
            return Create(path, FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new LifecycleException(
                LifecycleErrors.RunInProgress,
                $"Another run holds '{path}'. Wait until it has ended; one run at a time may write to a directory.");
        }
    }

    // Names of persons and what changed about them are for nobody but the owner of the job.
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
                $"This account may not {(isRead ? "read" : "write")} '{path}', which the log of plans needs. Have its owner "
                + "grant that, or specify another file for -LogPath.");
        }
    }

    // A crash may have left half a line, which would take the next one with it.
    private static void EndTornLine(FileStream file)
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

    private sealed class DiskWriter(StreamWriter writer, FileStream file) : TextWriter
    {
        public override Encoding Encoding => writer.Encoding;

        public override void Write(char value) => writer.Write(value);

        public override void Write(string? value) => writer.Write(value);

        public override void Flush()
        {
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
    }
}
