using System.Globalization;
using System.Management.Automation;
using System.Text;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Writes a calendar of absences: a page to view or print, a file for calendar programs, or text for an email.
/// </summary>
/// <remarks>
/// The file is written after everything has been read, and never in part: if anything cannot be read, the cmdlet
/// reports an error and writes no file. The file contains the names of persons, absence types and days, but no
/// comments.
/// </remarks>
/// <example>
/// <code>Export-PersonioAbsenceCalendar -Path absences.html -Force | Invoke-Item</code>
/// </example>
[Cmdlet(
    VerbsData.Export, "PersonioAbsenceCalendar", SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Export-PersonioAbsenceCalendar.md")]
[OutputType(typeof(FileInfo), typeof(string))]
public sealed class ExportPersonioAbsenceCalendarCommand : ConnectedCmdletBase
{
    private CalendarOutput? _target;
    private CultureInfo _culture = CultureInfo.CurrentCulture;
    private AbsenceSelection? _absences;
    private AbsenceCalendarBuilder? _calendar;
    private DateTime _from;
    private DateTime _to;

    /// <summary>The first day, inclusive. Defaults to today.</summary>
    [Parameter(Position = 1)]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? From { get; set; }

    /// <summary>The last day, inclusive. Defaults to the end of the month after that of -From.</summary>
    [Parameter(Position = 2)]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? To { get; set; }

    /// <summary>All days of a month: 2026-05, or any date in it. Use instead of -From and -To.</summary>
    [Parameter]
    [MonthTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<RecentMonths>))]
    [ValidateNotNull]
    public DateTime? Month { get; set; }

    /// <summary>The file. Defaults to a file in the current location, named after the range of days.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Html, ICalendar or Text. Defaults to the format that the extension of -Path implies.</summary>
    [Parameter]
    public CalendarFormat? Format { get; set; }

    /// <summary>
    /// Includes only absences of these persons: ids or email addresses. On a page, each of them has a row, even
    /// without absences.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>Includes only absences of these types: names with wildcards, or ids. Filtered by Personio.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<AbsenceType>))]
    public string[]? AbsenceType { get; set; }

    /// <summary>Includes only absences with these approval statuses; by default, all except rejected ones.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FixedCompleter<AbsenceStates>))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>Shows that someone is absent, but not why: the file contains no absence types.</summary>
    [Parameter]
    public SwitchParameter HideAbsenceType { get; set; }

    /// <summary>Groups the persons by the department, team or workplace of their current employments.</summary>
    [Parameter]
    public CalendarGroup? GroupBy { get; set; }

    /// <summary>
    /// The culture of words and dates, such as de-DE or fr-FR. Words exist in English, German, French, Spanish, Italian
    /// and Dutch. Defaults to the current culture if its language is one of these, otherwise to English.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public CultureInfo? Culture { get; set; }

    /// <summary>The title of the calendar. Defaults to Absences, in the language of the calendar.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Emits the text of the calendar instead of the file. Without -Path, no file is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>An absence, a person, or the id of a person as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        KnownStatus.Check<AbsenceStates>(this, Status);
        (From, To) = DayRange.WholeMonth(this, Month, From, To);
        _from = (From ?? DateTime.Today).Date;
        _to = (To ?? EndOfNextMonth(_from)).Date;
        DayRange.Check(this, _from, _to);
        RunOrTerminate(Culture, () => _culture = ReadableCulture(Culture));
        RunOrTerminate(Path, () =>
        {
            // If no file is written, none can be in the way.
            bool isWritten = Path is not null || !PassThru;
            var target = CalendarOutput.Create(this, Path, Format, _from, _to, Force || !isWritten);
            if (!isWritten)
            {
                _target = target;
                return;
            }

            string action = $"Write the absences from {DateText.Day(_from)} to {DateText.Day(_to)}";
            if (Changes.Confirm(target.Path, action, target.Path))
            {
                _target = target;
            }
        });
    }

    private protected override void ResolveFilters() => RunOrTerminate(AbsenceType, () =>
    {
        if (_target is not null)
        {
            _absences = new AbsenceSelection(this, _from, _to, AbsenceType)
            {
                Status = Status,
                IsTypeHidden = HideAbsenceType,
            };
            _calendar = new AbsenceCalendarBuilder(this, _absences, GroupBy);
        }
    });

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        _calendar?.Observe(InputObject);
        _absences?.AddInput(InputObject, () => FindRequested(PersonId, InputObject, nameof(PersonId)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        if (_absences is null)
        {
            // An empty pipeline produces a calendar without absences.
            ResolveFilters();
        }

        if (_absences is { IsRefused: false })
        {
            RunOrTerminate(_target!.Path, () => Write(_target, _calendar!.Read(Title, _culture)));
        }

        base.EndProcessing();
    }

    private static DateTime EndOfNextMonth(DateTime day) => day.Year >= DateTime.MaxValue.Year
        ? day
        : new DateTime(day.Year, day.Month, 1).AddMonths(2).AddDays(-1);

    private void Write(CalendarOutput target, AbsenceCalendar calendar)
    {
        string text = target.Format switch
        {
            CalendarFormat.Html => CalendarPage.Render(calendar),
            CalendarFormat.Text => CalendarMail.Render(calendar),
            _ => CalendarFile.Render(calendar),
        };
        if (Path is not null || !PassThru)
        {
            AtomicFile.Write(target.Path, Encoding.UTF8.GetBytes(text), Force, isPrivate: false);
        }

        if (PassThru)
        {
            WriteObject(text);
        }
        else
        {
            WriteObject(LocalPath.FindItem(this, target.Path), enumerateCollection: true);
        }
    }

    // A culture that was specified must not silently become English.
    private static CultureInfo ReadableCulture(CultureInfo? culture) =>
        culture is null || CalendarWords.Find(culture) is not null
            ? culture ?? CultureInfo.CurrentCulture
            : throw PersonioException.Invalid(
                $"There are no words in '{culture.Name}'. Specify a culture of English, German, French, Spanish, "
                + "Italian or Dutch, such as de-DE.");
}
