namespace Personio;

/// <summary>Writes files whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file, beside its place first, so that there is never half of it.</summary>
    /// <exception cref="PersonioException">It could not be written (<c>InvalidRequest</c>).</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite)
    {
        string part = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            using (FileStream file = File.Create(part))
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
