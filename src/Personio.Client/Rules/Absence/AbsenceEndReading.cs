namespace Personio.Client;

/// <summary>
/// How a company's absences that end with a half of a day say which day is the last one. Personio does not say it, so a
/// session finds out.
/// </summary>
public enum AbsenceEndReading
{
    /// <summary>Not known yet, or nothing there to tell it from: read and written as <see cref="Exclusive"/>.</summary>
    Unproven,

    /// <summary>The end is the midnight after the last day.</summary>
    Exclusive,

    /// <summary>The end is the last day itself.</summary>
    Inclusive,
}
