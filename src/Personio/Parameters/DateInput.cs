using System.Globalization;
using System.Management.Automation;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>Reads dates that people, scripts and CSV files hand to a parameter, by one rule for all of them.</summary>
internal static class DateInput
{
    /// <summary>The date a value names; null for null and empty text.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It names none, or could name two.</exception>
    public static ParsedDate? Read(object? value) => value switch
    {
        null => null,
        PSObject wrapped => Read(wrapped.BaseObject),
        DateTime moment => ParsedDate.From(moment),
        DateTimeOffset instant => ParsedDate.From(instant),
        DateOnly day => ParsedDate.From(day.ToDateTime(TimeOnly.MinValue)),
        string text when string.IsNullOrWhiteSpace(text) => null,
        string text => OfText(text, DateParser.Read),
        _ => throw new ArgumentTransformationMetadataException(
            $"A {value.GetType().Name} is not a date. Specify a DateTime or text such as 2026-02-01."),
    };

    /// <summary>
    /// A day, or a moment on the wall clock of the company; null for null and empty text. A moment with a zone is
    /// refused: what the wall clock shows then is not known here, and dropping the zone would book another hour.
    /// </summary>
    /// <exception cref="ArgumentTransformationMetadataException">It names none, could name two, or has a zone.</exception>
    public static DateTime? WallClock(object? value, bool acceptsAnyYear = false) => Read(value) switch
    {
        null => null,
        { Offset: null, WallClock: var day } => acceptsAnyYear || DateParser.IsNear(day)
            ? day
            : throw new ArgumentTransformationMetadataException(
                $"The year {day.Year} is too far away: only {DateParser.FirstYear} to {DateParser.LastYear} are accepted."),
        { WallClock: var clock, Offset: { } offset } => throw new ArgumentTransformationMetadataException(
            $"{DateText.Second(clock)} with the zone {Zone(offset)} is a moment, but a day or a time on the company's "
            + $"wall clock is expected. Specify what that clock shows, without a zone, such as {Example(clock)}; "
            + $"or convert it: [TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([datetimeoffset]"
            + $"'{DateText.WallClock(clock)}{Zone(offset)}', 'Europe/Berlin').DateTime."),
    };

    /// <summary>
    /// Refuses the DateTime of a piped row that has a time in the zone of this computer. ConvertFrom-Json makes one of
    /// text with an offset, and elsewhere the clock of this computer is not that of the company.
    /// </summary>
    /// <exception cref="PersonioException">It is one.</exception>
    public static void RefuseLocal(string name, object? value)
    {
        if (PipelineInput.Unwrap(value) is DateTime { Kind: DateTimeKind.Local } moment
            && moment.TimeOfDay != TimeSpan.Zero)
        {
            throw PersonioException.Invalid(
                $"{name} {DateText.Second(moment)} is a moment in the time zone of this computer, as ConvertFrom-Json "
                + $"makes it of text with an offset, but a day or a time on the company's wall clock is expected. Specify "
                + $"what that clock shows as text, such as {Example(moment)}; or convert it: [TimeZoneInfo]::"
                + $"ConvertTimeBySystemTimeZoneId([datetimeoffset]$_.{name}, 'Europe/Berlin').DateTime.");
        }
    }

    /// <summary>Reads a text in the current culture; what is wrong with it is an error of the parameter.</summary>
    public static T OfText<T>(string text, Func<string, CultureInfo, T> read)
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

    // A culture that writes slashes cannot read back every day of its own CSV files.
    private static string Advice(string text) => text.Contains('/', StringComparison.Ordinal)
        ? "Specify a DateTime or ISO text such as 2026-02-01 (year-month-day). For a file that was exported on this "
            + "computer, convert its columns first: Import-Csv file.csv | ForEach-Object { $_.StartDate = "
            + "[datetime]::Parse($_.StartDate); $_ }. Dates exported with ToString('s') need no conversion."
        : "Specify a DateTime or ISO text such as 2026-02-01 (year-month-day).";

    // As one would type it: without the seconds.
    private static string Example(DateTime clock) => DateText.Minute(clock).Replace(' ', 'T');

    private static string Zone(TimeSpan offset) => offset == TimeSpan.Zero
        ? "Z"
        : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
