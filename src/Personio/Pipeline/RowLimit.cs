namespace Personio;

/// <summary>Writes rows up to a limit.</summary>
internal sealed class RowLimit
{
    private int _written;

    /// <summary>Writes a row unless the limit is reached.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The maximum number of rows; null for all.</param>
    /// <param name="write">Writes the row.</param>
    /// <returns>True if more rows are wanted.</returns>
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
