namespace Personio;

/// <summary>The output format of a calendar.</summary>
public enum CalendarFormat
{
    /// <summary>A page for browsers and printers.</summary>
    Html,

    /// <summary>A file that calendar programs import.</summary>
    ICalendar,

    /// <summary>Plain text, for the body of an email.</summary>
    Text,
}
