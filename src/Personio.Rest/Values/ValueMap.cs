using System.Collections.ObjectModel;

namespace Personio.Rest;

/// <summary>
/// Names and values that a service sent beyond what this module knows, as plain values: text, numbers, booleans, lists
/// and maps. Readable in one cell: <c>name=value; name=value</c>. Lookups ignore case unless two names differ only in
/// case.
/// </summary>
public sealed class ValueMap(IDictionary<string, object?> values) : ReadOnlyDictionary<string, object?>(values)
{
    /// <summary>An empty map.</summary>
    public static new ValueMap Empty { get; } = new(new Dictionary<string, object?>());

    // Lookups ignore case unless two names differ only in case: neither may be lost.
    internal static ValueMap WithAnyCase(Dictionary<string, object?> values)
    {
        var alike = new Dictionary<string, object?>(values.Count, StringComparer.OrdinalIgnoreCase);
        return new ValueMap(values.All(pair => alike.TryAdd(pair.Key, pair.Value)) ? alike : values);
    }

    // Enumerating a Dictionary allocates nothing, which matters with thousands of small maps.
    internal Dictionary<string, object?> Pairs => Dictionary as Dictionary<string, object?> ?? new(Dictionary);

    /// <inheritdoc/>
    public override string ToString() => CellText.Format(this);
}
