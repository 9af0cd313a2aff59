using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>Formats values of any type for a query string, independent of the culture.</summary>
internal static class QueryValue
{
    /// <summary>
    /// Formats a value: yyyy-MM-dd for a day, ISO 8601 for other moments, true or false, and several values separated
    /// by commas. Null for null, so that nothing is sent.
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
        IEnumerable items => string.Join(',', items.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
