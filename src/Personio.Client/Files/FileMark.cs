using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Personio.Client;

/// <summary>
/// Marks saved files as those of one object, by their time: its seconds are when the object was created, and the
/// fraction of a second is made of the id. So a later run knows its own files, and takes no other file for one of them.
/// A file system that keeps no fractions loses the mark, and then a file counts as that of somebody else.
/// </summary>
public static class FileMark
{
    /// <summary>The time of a file that belongs to an object.</summary>
    /// <param name="id">The id of the object.</param>
    /// <param name="createdAt">When the object was created, or when it was saved where that is not known.</param>
    public static DateTime TimeOf(string id, DateTimeOffset createdAt)
    {
        ArgumentNullException.ThrowIfNull(id);
        long ticks = createdAt.UtcTicks;
        return new DateTime(ticks - (ticks % TimeSpan.TicksPerSecond) + Fraction(id), DateTimeKind.Utc);
    }

    /// <summary>Whether the time of a file says that it belongs to an object.</summary>
    /// <param name="written">When the file was written, in UTC.</param>
    /// <param name="id">The id of the object.</param>
    public static bool IsOf(DateTime written, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return written.Ticks % TimeSpan.TicksPerSecond == Fraction(id);
    }

    // Never 0, which is the fraction of every file that came by a way without fractions.
    private static long Fraction(string id) =>
        1 + (BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)))
            % (TimeSpan.TicksPerSecond - 1));
}
