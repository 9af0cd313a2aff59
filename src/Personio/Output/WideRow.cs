using System.Management.Automation;

namespace Personio;

/// <summary>Creates objects with more columns than their type has.</summary>
internal static class WideRow
{
    /// <summary>Returns the object with additional columns after its own.</summary>
    /// <param name="item">The object.</param>
    /// <param name="columns">The additional columns.</param>
    /// <param name="typeName">The type name whose views show the columns, instead of that of the object.</param>
    /// <param name="shown">
    /// The columns of the default view; null if the views of the type name suffice. Needed if the user chooses the
    /// columns, because no view file can list them.
    /// </param>
    public static PSObject Create(
        object item, IEnumerable<(string Name, object? Value)> columns, string typeName, string[]? shown = null)
    {
        // New properties precede those of the object, so an exported file would begin with them: the object's own
        // properties are added first.
        var row = new PSObject(item);
        (string Name, object? Value)[] own =
            [.. row.Properties.Select(property => (property.Name, (object?)property.Value))];
        foreach ((string name, object? value) in own.Concat(columns))
        {
            row.Properties.Add(new PSNoteProperty(name, value), preValidated: true);
        }

        row.TypeNames.Remove(item.GetType().FullName);
        row.TypeNames.Insert(0, typeName);
        if (shown is not null)
        {
            row.Members.Add(new PSMemberSet(
                "PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", shown)]));
        }

        return row;
    }
}
