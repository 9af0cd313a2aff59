using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Personio;

/// <summary>
/// The files that are written beside their places until they are complete. Their names say which process of which
/// computer writes them, so that the next run finds those of one that was killed.
/// </summary>
internal static class PartFile
{
    private const string Prefix = ".personio-";
    private const string Suffix = ".part";

    // Of a shared folder other computers may be at work.
    private static readonly string s_machine = string.Concat(
        Environment.MachineName.Where(char.IsAsciiLetterOrDigit).DefaultIfEmpty('x'));

    /// <summary>A new path for a part in a folder.</summary>
    public static string In(string folder) => Path.Combine(folder, string.Create(
        CultureInfo.InvariantCulture,
        $"{Prefix}{s_machine}-{Environment.ProcessId}-{Path.GetRandomFileName()}{Suffix}"));

    /// <summary>Opens a new part, which nobody but its owner may read.</summary>
    public static FileStream Create(string part, bool isPrivate = true)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 64 * 1024,
            Options = FileOptions.Asynchronous,
        };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(part, options);
    }

    /// <summary>Removes the parts in a folder that processes left behind which no longer run.</summary>
    public static void RemoveOld(string folder)
    {
        string mine = $"{Prefix}{s_machine}-";
        foreach (string part in Directory.EnumerateFiles(folder, $"{mine}*{Suffix}"))
        {
            string process = Path.GetFileName(part)[mine.Length..].Split('-')[0];
            if (int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && !IsRunning(id))
            {
                TryDelete(part);
            }
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ExternalException)
        {
            // It is there, but not ours to look at.
            return true;
        }
    }

    private static void TryDelete(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It stays for the next run.
        }
    }
}
