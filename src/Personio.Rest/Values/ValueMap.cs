using System.Collections.ObjectModel;

namespace Personio.Rest;

/// <summary>
/// Names and values that a service sent beyond what this module knows, as plain values: text, numbers, booleans, lists
/// and maps. Reads well in one cell: <c>name=value; name=value</c>. Names are found in upper and lower case alike;
/// where two differ in nothing else they are told apart.
/// </summary>
public sealed class ValueMap(IDictionary<string, object?> values) : ReadOnlyDictionary<string, object?>(values)
{
    /// <summary>The map without entries.</summary>
    public static new ValueMap Empty { get; } = new(new Dictionary<string, object?>());

    // Found in upper and lower case alike, unless two names differ in nothing else: then neither must be lost.
    internal static ValueMap WithAnyCase(Dictionary<string, object?> values)
    {
        var alike = new Dictionary<string, object?>(values.Count, StringComparer.OrdinalIgnoreCase);
        return new ValueMap(values.All(pair => alike.TryAdd(pair.Key, pair.Value)) ? alike : values);
    }

    // Its enumerator is not an object of its own, which counts where there are thousands of small maps.
    internal Dictionary<string, object?> Pairs => Dictionary as Dictionary<string, object?> ?? new(Dictionary);

    /// <inheritdoc/>
    public override string ToString() => CellText.Format(this);
}
