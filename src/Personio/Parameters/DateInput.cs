using System.Globalization;
using System.Management.Automation;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>Reads dates that people, scripts, and CSV files pass to parameters, by one common rule.</summary>
internal static class DateInput
{
    /// <summary>Returns the date in a value; null for null and empty text.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The value is not a date, or is ambiguous.</exception>
    public static ParsedDate? Read(object? value) => value switch
    {
        null => null,
        PSObject wrapped => Read(wrapped.BaseObject),
        DateTime moment => ParsedDate.From(moment),
        DateTimeOffset instant => ParsedDate.From(instant),
        DateOnly day => ParsedDate.From(day.ToDateTime(TimeOnly.MinValue)),
        string text when string.IsNullOrWhiteSpace(text) => null,
        string text => ReadText(text, DateParser.Read),
        _ => throw new ArgumentTransformationMetadataException(
            $"A value of type {value.GetType().Name} is not a date. Specify a DateTime or text such as 2026-02-01."),
    };

    /// <summary>
    /// Returns a day or local time of the company; null for null and empty text. A value with a UTC offset is rejected:
    /// the company's local time at that instant is unknown here, and dropping the offset would book another hour.
    /// </summary>
    /// <exception cref="ArgumentTransformationMetadataException">
    /// The value is not a date, is ambiguous, or has a UTC offset; or its year is too far away and
    /// <paramref name="acceptsAnyYear"/> is false.
    /// </exception>
    public static DateTime? WallClock(object? value, bool acceptsAnyYear = false) => Read(value) switch
    {
        null => null,
        { Offset: null, WallClock: var day } => acceptsAnyYear || DateParser.IsAccepted(day)
            ? day
            : throw new ArgumentTransformationMetadataException(
                $"The year {day.Year} is too far away: "
                + $"only {DateParser.FirstYear} to {DateParser.LastYear} are accepted."),
        { WallClock: var clock, Offset: { } offset } => throw new ArgumentTransformationMetadataException(
            $"{DateText.Second(clock)} with the zone {Zone(offset)} is a moment, but a day or a time on the company's "
            + $"wall clock is expected. Specify what that clock shows, without a zone, such as {Example(clock)}; "
            + $"or convert it: [TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([datetimeoffset]"
            + $"'{DateText.WallClock(clock)}{Zone(offset)}', 'Europe/Berlin').DateTime."),
    };

    /// <summary>
    /// Rejects a DateTime in a piped row that has a time in this computer's time zone. ConvertFrom-Json produces such
    /// values from text with a UTC offset, and this computer's clock may differ from that of the company.
    /// </summary>
    /// <exception cref="PersonioException">The value is such a DateTime.</exception>
    public static void RejectLocal(string name, object? value)
    {
        if (PipelineInput.Unwrap(value) is DateTime { Kind: DateTimeKind.Local } moment
            && moment.TimeOfDay != TimeSpan.Zero)
        {
            throw PersonioException.Invalid(
                $"{name} {DateText.Second(moment)} is a moment in the time zone of this computer, as ConvertFrom-Json "
                + $"makes it of text with an offset, but a day or a time on the company's wall clock is expected. "
                + $"Specify what that clock shows as text, such as {Example(moment)}; or convert it: [TimeZoneInfo]::"
                + $"ConvertTimeBySystemTimeZoneId([datetimeoffset]$_.{name}, 'Europe/Berlin').DateTime.");
        }
    }

    /// <summary>Parses a text in the current culture and reports a parse error as an error of the parameter.</summary>
    public static T ReadText<T>(string text, Func<string, CultureInfo, T> read)
    {
        try
        {
            return read(text, CultureInfo.CurrentCulture);
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException($"{refusal.Message} {Advice(text)}", refusal);
        }
    }

    // In a culture that writes dates with slashes, not every day in its own CSV files can be read back.
    private static string Advice(string text) => text.Contains('/', StringComparison.Ordinal)
        ? "Specify a DateTime or ISO text such as 2026-02-01 (year-month-day). For a file that was exported on this "
            + "computer, convert its columns first: Import-Csv file.csv | ForEach-Object { $_.StartDate = "
            + "[datetime]::Parse($_.StartDate); $_ }. Dates exported with ToString('s') need no conversion."
        : text.Contains(':', StringComparison.Ordinal)
            ? "Specify a DateTime or ISO text such as 2026-02-01 08:00 (year-month-day hour:minute)."
            : "Specify a DateTime or ISO text such as 2026-02-01 (year-month-day).";

    // Without the seconds, as a user would type it.
    private static string Example(DateTime clock) => DateText.Minute(clock).Replace(' ', 'T');

    private static string Zone(TimeSpan offset) => offset == TimeSpan.Zero
        ? "Z"
        : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
