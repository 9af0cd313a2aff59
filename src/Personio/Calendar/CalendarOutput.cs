using System.Globalization;
using System.Management.Automation;

namespace Personio;

/// <summary>The destination and the format of a calendar.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="Format">The format of the file.</param>
internal sealed record CalendarOutput(string Path, CalendarFormat Format)
{
    // As many columns as a browser can still render.
    private const int MaxDays = 732;

    /// <summary>Determines the destination from the parameters.</summary>
    /// <param name="cmdlet">The cmdlet whose current location resolves relative paths.</param>
    /// <param name="path">The path; null for a file in the current location named after the days.</param>
    /// <param name="format">The format; null to derive it from the extension of the path.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="isForced">True if an existing file may be replaced.</param>
    /// <exception cref="PersonioException">
    /// The path is no place for a file, its extension names no format, the file already exists, the range is too long,
    /// or it ends too late.
    /// </exception>
    public static CalendarOutput Create(
        PSCmdlet cmdlet, string? path, CalendarFormat? format, DateTime from, DateTime to, bool isForced)
    {
        CalendarFormat form = format ?? FormatOf(path);
        string ending = form switch
        {
            CalendarFormat.Html => "html",
            CalendarFormat.Text => "txt",
            _ => "ics",
        };
        string file = LocalPath.ResolveFileToWrite(
            cmdlet, path ?? $"absences-{DateText.Day(from)}-to-{DateText.Day(to)}.{ending}");
        if (to.Year >= DateTime.MaxValue.Year)
        {
            throw PersonioException.Invalid("Specify days before the year 9999.");
        }

        if (form == CalendarFormat.Html && (to - from).Days >= MaxDays)
        {
            throw PersonioException.Invalid(
                $"A page of more than {MaxDays} days would be too long. Specify fewer days, or -Format ICalendar.");
        }

        return isForced || !File.Exists(file)
            ? new CalendarOutput(file, form)
            : throw new PersonioException(
                ErrorKind.Conflict, $"File '{file}' already exists. Use -Force to overwrite it.");
    }

    private static CalendarFormat FormatOf(string? path) => System.IO.Path.GetExtension(path)?.ToUpperInvariant() switch
    {
        null or ".HTML" or ".HTM" => CalendarFormat.Html,
        ".ICS" => CalendarFormat.ICalendar,
        ".TXT" => CalendarFormat.Text,
        _ when DateTime.TryParse(path, CultureInfo.CurrentCulture, out _)
            || DateTime.TryParse(path, CultureInfo.InvariantCulture, out _) => throw PersonioException.Invalid(
            $"'{path}' is a date, but the file path is expected here. Name the parameter: -From '{path}'."),
        _ => throw PersonioException.Invalid(
            $"The extension of '{path}' names no format. Use .html, .ics or .txt, or specify -Format."),
    };
}
