namespace Personio.Sandbox.Tenant;

/// <summary>
/// Repeatable randomness. Every part of the company has its own dice, so that one part can grow without changing the
/// others.
/// </summary>
internal sealed class Dice(int seed, string part)
{
    private ulong _state = Mix((ulong)(uint)seed, part);

    public int Next(int below) => (int)(NextBits() % (ulong)below);

    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, NextBits());
        BitConverter.TryWriteBytes(bytes[8..], NextBits());
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes).ToString();
    }

    // SplitMix64: tiny and, unlike System.Random, fixed forever.
    private ulong NextBits()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Mix(ulong seed, string part)
    {
        // FNV-1a; string.GetHashCode differs from process to process.
        ulong hash = 14695981039346656037 ^ (seed * 0x9E3779B97F4A7C15);
        foreach (char c in part)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
