using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Personio;

/// <summary>
/// What users write as paths, made into full paths of the file system: relative to the current location, and with the
/// drives of the engine.
/// </summary>
internal static class LocalPath
{
    /// <summary>The files that a path names; none where wildcards find nothing.</summary>
    /// <param name="cmdlet">The cmdlet, whose location counts.</param>
    /// <param name="path">The path as it was written.</param>
    /// <param name="isLiteral">Whether it means one file, exactly as written; else it may have wildcards.</param>
    /// <exception cref="PersonioException">There is no such file, or it is none (<c>NotFound</c>).</exception>
    public static IReadOnlyList<string> Files(PSCmdlet cmdlet, string path, bool isLiteral)
    {
        // A file that is called so is meant before the files that its brackets would find.
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

    /// <summary>A folder, which need not be there yet.</summary>
    /// <exception cref="PersonioException">It is a file, or no place for files (<c>InvalidRequest</c>).</exception>
    public static string Folder(PSCmdlet cmdlet, string path) =>
        Resolve(cmdlet, path) is { } folder && !File.Exists(folder)
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
            : throw PersonioException.Invalid($"'{path}' is not a folder. Specify the path of a folder.");

    /// <summary>Makes a folder where it is not there.</summary>
    /// <exception cref="PersonioException">It could not be made (<c>InvalidRequest</c>).</exception>
    public static void Make(string folder)
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

    /// <summary>A file that is about to be written, in a folder that is there.</summary>
    /// <exception cref="PersonioException">It is a folder, or in none (<c>InvalidRequest</c>).</exception>
    public static string FileToWrite(PSCmdlet cmdlet, string path) =>
        Resolve(cmdlet, path) is not { } file || Directory.Exists(file)
            ? throw PersonioException.Invalid($"'{path}' is not a valid file path. Specify the path of a file.")
            : Directory.Exists(Path.GetDirectoryName(file))
                ? file
                : throw PersonioException.Invalid($"The folder of '{path}' does not exist. Create it first.");

    /// <summary>A file as Get-Item gives it, with its path for the cmdlets behind.</summary>
    public static Collection<PSObject> Item(PSCmdlet cmdlet, string file) => cmdlet.InvokeProvider.Item.Get(
        [$"Microsoft.PowerShell.Core\\FileSystem::{file}"], force: true, literalPath: true);

    // Null where it is on no drive, or on one without files, such as Env:.
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
