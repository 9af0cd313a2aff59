using System.Diagnostics.CodeAnalysis;

namespace Personio.Rest;

/// <summary>
/// Values that are sent with one request for many. A part that the service refuses is halved, until what is bad stands
/// alone; so one bad value does not spoil the others. The parts come in the order of the values.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="values">The values; where there are none, there is no part.</param>
public sealed class Halving<T>(T[] values)
{
    private readonly Stack<T[]> _parts = values is { Length: > 0 } ? new([values]) : new();

    /// <summary>Takes the next part to send.</summary>
    /// <param name="part">The part, of at least one value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryTake([NotNullWhen(true)] out T[]? part) => _parts.TryPop(out part);

    /// <summary>Puts a part back that was refused, as two halves.</summary>
    /// <returns>Whether it could be halved: a single value is what is bad.</returns>
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
