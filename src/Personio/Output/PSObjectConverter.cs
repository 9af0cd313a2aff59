using System.Management.Automation;

namespace Personio;

/// <summary>Makes plain values into what PowerShell shows best: maps into objects, lists into arrays.</summary>
internal static class PSObjectConverter
{
    /// <summary>The value as PowerShell knows such values from ConvertFrom-Json.</summary>
    public static object? Convert(object? value)
    {
        switch (value)
        {
            // Members that differ in case alone, or have no name, are more than an object can have.
            case ValueMap map when map.Keys.Any(name => name.Length == 0)
                || map.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < map.Count:
                return new ValueMap(map.ToDictionary(member => member.Key, member => Convert(member.Value)));
            case ValueMap map:
                var result = new PSObject();
                foreach ((string name, object? member) in map)
                {
                    result.Properties.Add(new PSNoteProperty(name, Convert(member)));
                }

                return result;
            case ValueList<object?> list:
                return list.Select(Convert).ToArray();
            default:
                return value;
        }
    }
}
