using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Personio.Client;

/// <summary>
/// Marks saved files as belonging to an object through their timestamps: the seconds are when the object was created,
/// and the fraction of a second is a hash of its id. This lets a later run recognize its own files without mistaking
/// other files for them. A file system that does not store fractions loses the mark; the file is then treated as
/// someone else's.
/// </summary>
public static class FileMark
{
    /// <summary>Returns the timestamp for a file that belongs to an object.</summary>
    /// <param name="id">The id of the object.</param>
    /// <param name="createdAt">When the object was created or, if unknown, when it was saved.</param>
    public static DateTime TimeOf(string id, DateTimeOffset createdAt)
    {
        ArgumentNullException.ThrowIfNull(id);
        long ticks = createdAt.UtcTicks;
        return new DateTime(ticks - (ticks % TimeSpan.TicksPerSecond) + Fraction(id), DateTimeKind.Utc);
    }

    /// <summary>Whether the timestamp of a file marks it as belonging to an object.</summary>
    /// <param name="written">When the file was last written, in UTC.</param>
    /// <param name="id">The id of the object.</param>
    public static bool Matches(DateTime written, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return written.Ticks % TimeSpan.TicksPerSecond == Fraction(id);
    }

    // Never 0, which is the fraction of every file that was copied without fractions.
    private static long Fraction(string id) =>
        1 + (BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)))
            % (TimeSpan.TicksPerSecond - 1));
}
