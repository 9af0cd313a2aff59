using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Personio;

/// <summary>
/// Temporary files that hold content until it is complete. Their names identify the computer and process that write
/// them, so that a later run can remove the leftovers of a killed process.
/// </summary>
internal static class PartFile
{
    private const string Prefix = ".personio-";
    private const string Suffix = ".part";

    // Other computers may be writing to the same shared folder.
    private static readonly string s_machine = string.Concat(
        Environment.MachineName.Where(char.IsAsciiLetterOrDigit).DefaultIfEmpty('x'));

    /// <summary>Returns a new path for a part file in a folder.</summary>
    public static string GetPath(string folder) => Path.Combine(folder, string.Create(
        CultureInfo.InvariantCulture,
        $"{Prefix}{s_machine}-{Environment.ProcessId}-{Path.GetRandomFileName()}{Suffix}"));

    /// <summary>
    /// Creates a part file that, unless <paramref name="isPrivate"/> is false, only its owner may read.
    /// </summary>
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

    /// <summary>Removes part files left behind in a folder by processes that have ended.</summary>
    public static void RemoveOld(string folder)
    {
        string ownPrefix = $"{Prefix}{s_machine}-";
        foreach (string part in Directory.EnumerateFiles(folder, $"{ownPrefix}*{Suffix}"))
        {
            string process = Path.GetFileName(part)[ownPrefix.Length..].Split('-')[0];
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
            // The process exists, but we may not inspect it.
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
            // The next run tries again.
        }
    }
}
