using System.Collections.ObjectModel;

namespace Personio.Rest;

/// <summary>
/// Names and values that a service sent beyond what this module knows, as plain values: text, numbers, booleans, lists
/// and maps. Reads well in one cell: <c>name=value; name=value</c>.
/// </summary>
public sealed class ValueMap(IDictionary<string, object?> values) : ReadOnlyDictionary<string, object?>(values)
{
    /// <summary>The map without entries.</summary>
    public static new ValueMap Empty { get; } = new(new Dictionary<string, object?>());

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("; ", Dictionary.Select(pair => $"{pair.Key}={ReadableText.Of(pair.Value)}"));
}
