using System.Management.Automation;

namespace Personio;

/// <summary>Objects with more columns than their type has.</summary>
internal static class WideRow
{
    /// <summary>The object with further columns after its own.</summary>
    /// <param name="item">The object.</param>
    /// <param name="columns">The further columns.</param>
    /// <param name="typeName">The type name whose views show them, in place of that of the object.</param>
    /// <param name="shown">
    /// The columns of the default view; null where the views of the type name are enough. Which columns somebody asks for
    /// only the user knows, so that no file of views can name them.
    /// </param>
    public static PSObject Create(
        object item, IEnumerable<(string Name, object? Value)> columns, string typeName, string[]? shown = null)
    {
        // New properties come before those of the object, and a file would begin with them: its own go along.
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
