using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>Values of any type as the query of a request has them, the same in every culture.</summary>
internal static class QueryValue
{
    private const string Instant = "yyyy-MM-ddTHH:mm:ssZ";

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
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } instant => instant.ToString(Instant, CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture),
        IEnumerable several => string.Join(',', several.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
