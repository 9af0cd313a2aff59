using System.Diagnostics.CodeAnalysis;

namespace Personio.Rest;

/// <summary>
/// Splits values sent together in one request. A part that the service rejects is halved until the bad value is alone,
/// so one bad value does not affect the others. The parts keep the order of the values.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="values">The values; without values, there are no parts.</param>
public sealed class Halving<T>(T[] values)
{
    private readonly Stack<T[]> _parts = values is { Length: > 0 } ? new([values]) : new();

    /// <summary>Takes the next part to send.</summary>
    /// <param name="part">The part, of at least one value.</param>
    /// <returns>True if there was a part left.</returns>
    public bool TryTake([NotNullWhen(true)] out T[]? part) => _parts.TryPop(out part);

    /// <summary>Puts back a rejected part as two halves.</summary>
    /// <returns>True if the part could be halved; false if it is a single value, which is then the bad one.</returns>
    public bool TrySplit(T[] part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (part.Length < 2)
        {
            return false;
        }

        _parts.Push(part[(part.Length / 2)..]);
        _parts.Push(part[..(part.Length / 2)]);
        return true;
    }
}
