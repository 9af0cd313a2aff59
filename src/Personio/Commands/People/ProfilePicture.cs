using System.Buffers.Binary;
using Personio.Client;

namespace Personio;

/// <summary>A picture to be saved: its bytes, and the file extension for their format.</summary>
internal sealed record ProfilePicture(ReadOnlyMemory<byte> Bytes, string Extension)
{
    private const int MaxTrailerLength = 4096;

    // Anything shorter has no room for the parts that show completeness.
    private const int MinLength = 64;

    private static readonly string[] s_extensions = [".png", ".jpg", ".gif", ".webp"];

    /// <summary>The picture in a response.</summary>
    /// <exception cref="PersonioException">
    /// The response is not a complete picture (<c>UnexpectedResponse</c>).
    /// </exception>
    public static ProfilePicture From(RawResponse answer, string personId) => DetectExtension(answer.Body.Span) switch
    {
        null => throw new PersonioException(
            $"The response for person {personId} is not an image; no file was written."),
        { } extension when !IsComplete(answer.Body.Span, extension) => throw new PersonioException(
            $"The picture of person {personId} is incomplete; no file was written. Try again."),
        { } extension => new ProfilePicture(answer.Body, extension),
    };

    /// <summary>The existing picture of a person in a folder; null if none exists.</summary>
    public static string? Find(string folder, string personId) =>
        s_extensions.Select(extension => Path.Combine(folder, personId + extension)).FirstOrDefault(File.Exists);

    /// <summary>The error for an existing file.</summary>
    public static PersonioException CreateExistsError(string path) =>
        new(
            ErrorKind.Conflict,
            $"File '{path}' already exists. Use -Force to overwrite it.");

    /// <summary>
    /// Writes the file, under a temporary name first, so that it is never incomplete. Creates the folder if it does not
    /// exist.
    /// </summary>
    /// <returns>The path of the file.</returns>
    /// <exception cref="PersonioException">The file could not be written.</exception>
    public string Save(string folder, string personId, bool force)
    {
        string path = Path.Combine(folder, personId + Extension);
        if (!force && File.Exists(path))
        {
            throw CreateExistsError(path);
        }

        LocalPath.CreateFolder(folder);
        AtomicFile.Write(path, Bytes.Span, force);
        return path;
    }

    // By the marker at the end of each format. Some cameras append data to a JPEG.
    private static bool IsComplete(ReadOnlySpan<byte> bytes, string extension) => extension switch
    {
        ".png" => bytes.LastIndexOf("IEND"u8) is var end && end >= 0 && end + 8 <= bytes.Length,
        ".jpg" => bytes[^Math.Min(bytes.Length, MaxTrailerLength)..].LastIndexOf([(byte)0xFF, (byte)0xD9]) >= 0,
        _ when bytes.Length < MinLength => true,
        ".gif" => bytes.TrimEnd((byte)0) is [.., (byte)';'],
        _ => bytes.Length >= BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L,
    };

    // By the first bytes rather than the content type: an error page must not become a picture.
    private static string? DetectExtension(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
        [0xFF, 0xD8, 0xFF, ..] => ".jpg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ".gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            ".webp",
        _ => null,
    };
}
