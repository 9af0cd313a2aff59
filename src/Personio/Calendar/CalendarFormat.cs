namespace Personio;

/// <summary>What a calendar is written as.</summary>
public enum CalendarFormat
{
    /// <summary>A page for browsers and printers.</summary>
    Html,

    /// <summary>A file that calendar programs import.</summary>
    ICalendar,

    /// <summary>Plain text, for the body of a mail.</summary>
    Text,
}
