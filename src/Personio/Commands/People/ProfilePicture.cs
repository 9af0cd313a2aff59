using System.Buffers.Binary;
using Personio.Client;

namespace Personio;

/// <summary>A picture on its way to a file: its bytes, and the ending they ask for.</summary>
internal sealed record ProfilePicture(ReadOnlyMemory<byte> Bytes, string Ending)
{
    private const int LongestRest = 4096;

    // What is shorter than this has no room for the parts that tell.
    private const int Shortest = 64;

    private static readonly string[] s_endings = [".png", ".jpg", ".gif", ".webp"];

    /// <summary>The picture in an answer.</summary>
    /// <exception cref="PersonioException">It is none (<c>UnexpectedResponse</c>).</exception>
    public static ProfilePicture From(RawResponse answer, string personId) => EndingOf(answer.Body.Span) switch
    {
        null => throw new PersonioException(
            $"The response for person {personId} is not an image; no file was written."),
        { } ending when !IsWhole(answer.Body.Span, ending) => throw new PersonioException(
            $"The picture of person {personId} is incomplete; no file was written. Try again."),
        { } ending => new ProfilePicture(answer.Body, ending),
    };

    /// <summary>The picture of a person that is in a folder; null where there is none.</summary>
    public static string? Find(string folder, string personId) =>
        s_endings.Select(ending => Path.Combine(folder, personId + ending)).FirstOrDefault(File.Exists);

    /// <summary>The error for a file that is there.</summary>
    public static PersonioException IsThere(string path) =>
        new(
            ErrorKind.Conflict,
            $"File '{path}' already exists. Use -Force to overwrite it.");

    /// <summary>
    /// Writes the file, beside its place first, so that there is never half a file. The folder is made where it is not
    /// there.
    /// </summary>
    /// <exception cref="PersonioException">It could not be written.</exception>
    public FileInfo Save(string folder, string personId, bool force)
    {
        string path = Path.Combine(folder, personId + Ending);
        if (!force && File.Exists(path))
        {
            throw IsThere(path);
        }

        LocalPath.Make(folder);
        AtomicFile.Write(path, Bytes.Span, force);
        return new FileInfo(path);
    }

    // By the mark that each form has at its end. Cameras leave something behind that of a JPEG now and then.
    private static bool IsWhole(ReadOnlySpan<byte> bytes, string ending) => ending switch
    {
        ".png" => bytes.LastIndexOf("IEND"u8) is var end && end >= 0 && end + 8 <= bytes.Length,
        ".jpg" => bytes[^Math.Min(bytes.Length, LongestRest)..].LastIndexOf([(byte)0xFF, (byte)0xD9]) >= 0,
        _ when bytes.Length < Shortest => true,
        ".gif" => bytes.TrimEnd((byte)0) is [.., (byte)';'],
        _ => bytes.Length >= BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L,
    };

    // By the first bytes, and not by what the server says: an error page must not become a picture.
    private static string? EndingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
        [0xFF, 0xD8, 0xFF, ..] => ".jpg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ".gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            ".webp",
        _ => null,
    };
}
