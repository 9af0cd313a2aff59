using System.Globalization;
using System.Text;

namespace Personio.Rest;

/// <summary>Formats values as text for one cell, the same in every culture.</summary>
internal static class CellText
{
    public static string Format(object? value) => value switch
    {
        null => "",
        DateTime moment => DateText.DayOrWallClock(moment),
        ValueList<object?> or ValueMap => Append(new StringBuilder(), value).ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // One builder for all levels: a string for each of the thousands of maps in a list would be garbage immediately.
    private static StringBuilder Append(StringBuilder text, object? value)
    {
        if (value is ValueList<object?> list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                Append(i == 0 ? text : text.Append(", "), list[i]);
            }

            return text;
        }

        if (value is not ValueMap map)
        {
            return text.Append(Format(value));
        }

        string separator = "";
        foreach ((string name, object? member) in map.Pairs)
        {
            Append(text.Append(separator).Append(name).Append('='), member);
            separator = "; ";
        }

        return text;
    }
}
