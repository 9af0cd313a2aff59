using System.Collections.ObjectModel;

namespace Personio.Rest;

/// <summary>A list that is readable in one cell of a table or CSV file: its items, separated by "; ".</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class ValueList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", Items.Select(item => CellText.Format(item)));
}
