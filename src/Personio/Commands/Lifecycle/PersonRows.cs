using System.Collections;
using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Converts objects from parameters or the pipeline to rows of persons.</summary>
internal static class PersonRows
{
    /// <summary>The names of the columns of an object.</summary>
    public static IEnumerable<string> Names(PSObject item) => item.BaseObject is IDictionary map
        ? map.Keys.Cast<object>().Select(key => key.ToString() ?? "")
        : item.Properties.Select(property => property.Name);

    /// <summary>Converts an object to a row.</summary>
    public static PersonRow CreateRow(PSObject item, PersonColumns columns)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in Names(item))
        {
            values[name] = PingOneAccounts.ObjectValue(item, name);
        }

        return RowReader.ReadPerson(name => values.GetValueOrDefault(name), columns, values, null, item);
    }

    /// <summary>True if any column could hold a last day.</summary>
    public static bool HasLastDay(IEnumerable<string> known, PersonColumns columns) => known.Intersect(
        [columns.LastDay, columns.TerminationDate, columns.EmploymentEndDate, columns.LastWorkingDay],
        StringComparer.OrdinalIgnoreCase).Any();
}
