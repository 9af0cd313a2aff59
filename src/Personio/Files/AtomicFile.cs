namespace Personio;

/// <summary>Writes files whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file, beside its place first, so that there is never half of it.</summary>
    /// <param name="path">The full path of the file, in a folder that exists.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    /// <param name="isPrivate">Whether nobody but its owner may read it, where the system knows such rights.</param>
    /// <exception cref="PersonioException">It could not be written (<c>InvalidRequest</c>).</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite, bool isPrivate = true)
    {
        string folder = Path.GetDirectoryName(path)!;
        string part = PartFile.In(folder);
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
