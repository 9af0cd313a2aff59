using System.Globalization;

namespace Personio.Rest;

/// <summary>Values as text for one cell, the same in every culture.</summary>
internal static class ReadableText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        ValueList<object?> list => string.Join(", ", list.Select(Of)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
