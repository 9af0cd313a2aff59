using System.Collections.ObjectModel;

namespace Personio.Models;

/// <summary>The custom attributes of a person. A string index is a label, a global id or an id.</summary>
public sealed class CustomAttributeCollection(IList<CustomAttribute> attributes)
    : ReadOnlyCollection<CustomAttribute>(attributes)
{
    /// <summary>Gets the value of an attribute; null if the person does not have it. Case-insensitive.</summary>
    /// <param name="name">A label, a global id or an id such as <c>dynamic_305</c>.</param>
    public object? this[string name] => Find(name)?.Value;

    /// <summary>
    /// Finds an attribute by label, then by global id, then by id; null if there is none. Case-insensitive.
    /// </summary>
    public CustomAttribute? Find(string name) =>
        Items.FirstOrDefault(attribute => attribute.Label.EqualsIgnoringCase(name))
        ?? Items.FirstOrDefault(attribute => attribute.GlobalId.EqualsIgnoringCase(name))
        ?? Items.FirstOrDefault(attribute => attribute.Id.EqualsIgnoringCase(name));

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", Items);
}
