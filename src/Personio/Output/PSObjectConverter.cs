using System.Management.Automation;

namespace Personio;

/// <summary>Converts plain values to what PowerShell displays best: maps to objects, lists to arrays.</summary>
internal static class PSObjectConverter
{
    /// <summary>Returns the value as ConvertFrom-Json would.</summary>
    public static object? Convert(object? value)
    {
        switch (value)
        {
            // A PSObject cannot hold members that differ only by case or have no name.
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
