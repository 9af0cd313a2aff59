namespace Personio;

/// <summary>Writes a file completely or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file in the same folder first, so that an incomplete file never appears under the final
    /// name.
    /// </summary>
    /// <param name="path">The full path of the file, in a folder that exists.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="overwrite">True to replace an existing file.</param>
    /// <param name="isPrivate">True if only the owner may read the file, on systems with Unix file modes.</param>
    /// <exception cref="PersonioException">The file could not be written (<c>InvalidRequest</c>).</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite, bool isPrivate = true)
    {
        string folder = Path.GetDirectoryName(path)!;
        string part = PartFile.GetPath(folder);
        try
        {
            PartFile.RemoveOld(folder);
            using (FileStream file = PartFile.Create(part, isPrivate))
            {
                file.Write(bytes);
            }

            File.Move(part, path, overwrite);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"The file '{path}' could not be written. {fault.Message}", fault);
        }
    }
}
