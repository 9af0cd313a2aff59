namespace Personio;

/// <summary>Writes rows until there are as many as are wanted.</summary>
internal sealed class RowLimit
{
    private int _written;

    /// <summary>Writes a row, unless there are enough.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">How many rows are wanted; null for all.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>Whether more rows are wanted.</returns>
    public bool Write<T>(T row, int? first, Action<T> write)
    {
        if (_written < (first ?? int.MaxValue))
        {
            _written++;
            write(row);
        }

        return _written < (first ?? int.MaxValue);
    }
}
