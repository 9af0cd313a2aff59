using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Personio;

/// <summary>
/// Resolves user input to full file system paths, relative to the current location and with PowerShell drives.
/// </summary>
internal static class LocalPath
{
    /// <summary>Returns the files that a path names; empty if its wildcards match nothing.</summary>
    /// <param name="cmdlet">The cmdlet whose current location resolves relative paths.</param>
    /// <param name="path">The path as it was written.</param>
    /// <param name="isLiteral">True to take the path literally, as one file; false to allow wildcards.</param>
    /// <exception cref="PersonioException">The file does not exist or is not a file (<c>NotFound</c>).</exception>
    public static IReadOnlyList<string> FindFiles(PSCmdlet cmdlet, string path, bool isLiteral)
    {
        // A file with exactly this name wins over the files that its brackets would match as wildcards.
        string? exact = Resolve(cmdlet, path);
        string[]? files = exact is not null && (isLiteral || File.Exists(exact)) ? [exact]
            : isLiteral ? null
            : Expand(cmdlet, path);
        return files is not null && files.All(File.Exists)
            ? files
            : throw new PersonioException(ErrorKind.NotFound, $"File '{path}' does not exist. Check the path.")
            {
                Noun = "File",
            };
    }

    /// <summary>Returns a folder, which does not have to exist yet.</summary>
    /// <exception cref="PersonioException">
    /// The path is a file, or not in the file system (<c>InvalidRequest</c>).
    /// </exception>
    public static string ResolveFolder(PSCmdlet cmdlet, string path) =>
        Resolve(cmdlet, path) is { } folder && !File.Exists(folder)
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
            : throw PersonioException.Invalid($"'{path}' is not a folder. Specify the path of a folder.");

    /// <summary>Creates a folder if it does not exist.</summary>
    /// <exception cref="PersonioException">The folder could not be created (<c>InvalidRequest</c>).</exception>
    public static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"The folder '{folder}' could not be created. {fault.Message}", fault);
        }
    }

    /// <summary>Returns the path of a file to write, in a folder that exists.</summary>
    /// <exception cref="PersonioException">
    /// The path is a folder, or its folder does not exist (<c>InvalidRequest</c>).
    /// </exception>
    public static string ResolveFileToWrite(PSCmdlet cmdlet, string path) =>
        Resolve(cmdlet, path) is not { } file || Directory.Exists(file)
            ? throw PersonioException.Invalid($"'{path}' is not a valid file path. Specify the path of a file.")
            : Directory.Exists(Path.GetDirectoryName(file))
                ? file
                : throw PersonioException.Invalid($"The folder of '{path}' does not exist. Create it first.");

    /// <summary>Returns a file as Get-Item does, with its path for cmdlets further down the pipeline.</summary>
    public static Collection<PSObject> FindItem(PSCmdlet cmdlet, string file) => cmdlet.InvokeProvider.Item.Get(
        [$"Microsoft.PowerShell.Core\\FileSystem::{file}"], force: true, literalPath: true);

    // Null if the drive does not exist or has no files, such as Env:.
    private static string? Resolve(PSCmdlet cmdlet, string path)
    {
        try
        {
            string place = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(
                path, out ProviderInfo provider, out _);
            return IsOfFiles(provider) ? place : null;
        }
        catch (SessionStateException)
        {
            return null;
        }
    }

    private static string[]? Expand(PSCmdlet cmdlet, string path)
    {
        try
        {
            IEnumerable<string> places = cmdlet.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            return IsOfFiles(provider) ? [.. places] : null;
        }
        catch (SessionStateException)
        {
            return null;
        }
    }

    private static bool IsOfFiles(ProviderInfo provider) => provider.Name == "FileSystem";
}
