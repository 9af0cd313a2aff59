using System.Collections.ObjectModel;

namespace Personio.Models;

/// <summary>The custom attributes of a person. An index of text looks for a label, a global id or an id.</summary>
public sealed class CustomAttributeCollection(IList<CustomAttribute> attributes)
    : ReadOnlyCollection<CustomAttribute>(attributes)
{
    /// <summary>
    /// The value of an attribute; null where there is none of this name. Upper and lower case are alike.
    /// </summary>
    /// <param name="name">A label, a global id or an id such as <c>dynamic_305</c>.</param>
    public object? this[string name] => Find(name)?.Value;

    /// <summary>
    /// The attribute of this label, global id or id, looked for in this order; null where there is none.
    /// </summary>
    public CustomAttribute? Find(string name) =>
        Items.FirstOrDefault(attribute => attribute.Label.EqualsIgnoringCase(name))
        ?? Items.FirstOrDefault(attribute => attribute.GlobalId.EqualsIgnoringCase(name))
        ?? Items.FirstOrDefault(attribute => attribute.Id.EqualsIgnoringCase(name));

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", Items);
}
