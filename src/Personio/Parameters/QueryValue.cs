using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>Values of any type as the query of a request has them, the same in every culture.</summary>
internal static class QueryValue
{
    /// <summary>
    /// The text of a value: yyyy-MM-dd for a day, ISO 8601 for other moments, true or false, several values with commas
    /// between them. Null where there is none, which sends nothing.
    /// </summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        PSObject wrapped => Text(wrapped.BaseObject),
        string text => text,
        bool flag => flag ? "true" : "false",
        SwitchParameter flag => Text(flag.IsPresent),
        DateTime { Kind: DateTimeKind.Utc, TimeOfDay.Ticks: not 0 } instant => DateText.Instant(instant),
        DateTime moment => DateText.DayOrWallClock(moment),
        DateTimeOffset instant => DateText.Instant(instant),
        IEnumerable several => string.Join(',', several.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
