using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Creates periods of work and breaks from CSV files, and writes the outcome of each row.</summary>
/// <remarks>
/// A file can be imported again: rows that already exist are skipped, including work that breaks have since split. With
/// -WhatIf, each row states what would happen: whether the person and the project exist, whether an equal period
/// exists, and what it overlaps. Start and End may be times only, such as 08:00, if the column Date has the day; an end
/// before its start is on the next day.
/// </remarks>
/// <example>
/// <code>
/// Import-PersonioAttendance stunden.csv -Column @{ Date = 'Datum'; Start = 'Von'; End = 'Bis' } -Type Work -WhatIf
/// </code>
/// </example>
[Cmdlet(
    VerbsData.Import, "PersonioAttendance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByPath,
    HelpUri = HelpPages.Root + "Import-PersonioAttendance.md")]
[OutputType(typeof(AttendanceImportRow))]
public sealed class ImportPersonioAttendanceCommand : ImportCmdletBase<AttendancePeriod, AttendanceImportRow>
{
    private static readonly string[] s_times = ["H:mm", "H:mm:ss"];

    /// <summary>Work or Break, for periods whose row does not specify it.</summary>
    [Parameter(Position = 1)]
    [ChoiceTransformation(typeof(AttendanceType))]
    public AttendanceType? Type { get; set; }

    private protected override PeriodKind<AttendancePeriod> Kind => field ??= new AttendanceKind(this);

    private protected override IReadOnlyList<CsvColumn> Columns => field ??=
    [
        new("PersonId") { IsRequired = true, ReplacedBy = "Email" },
        new("Email")
        {
            Aliases = ["PersonEmail"],
            SuggestedHeaders = ["E-Mail", "E-Mail-Adresse", "Mail", "Mailadresse"],
        },
        new("Type") { IsRequired = Type is null, SuggestedHeaders = ["Art", "Typ"] },
        new("Date") { SuggestedHeaders = ["Datum", "Tag", "Day"] },
        new("Start") { IsRequired = true, SuggestedHeaders = ["Von", "Beginn", "Kommen", "From"] },
        new("End") { SuggestedHeaders = ["Bis", "Ende", "Gehen", "To"] },
        new("Comment") { SuggestedHeaders = ["Kommentar", "Bemerkung", "Notiz", "Note"] },
        new("ProjectId") { Aliases = ["Project"], SuggestedHeaders = ["Projekt"] },
    ];

    private protected override IPeriodDraft Draft(ImportRow row)
    {
        DateTime? day = row.Moment("Date");
        DateTime? start = Moment(row, "Start", day);
        DateTime? end = Moment(row, "End", day);
        if (end < start && TimeOf(row, "End") is not null)
        {
            row.Values["End"] = end = end?.AddDays(1);
        }

        return AttendanceKind.Draft(new AttendanceDraft
        {
            PersonId = row.PersonId,
            Type = (row.Choice<AttendanceType>("Type") ?? Type)?.ToString(),
            Start = start,
            End = end,
            Comment = row.Text("Comment"),
            ProjectId = IdFor("ProjectId", row.Text("ProjectId")),
        });
    }

    private protected override bool IsEndMissing(IPeriodDraft draft) => draft.Key.End is null;

    private protected override AttendanceImportRow Result(ImportRow row, string outcome, string? message, string? id) =>
        new()
        {
            Row = row.Number,
            Outcome = outcome,
            Message = message,
            PersonId = row.PersonId,
            Email = row.Address,
            Type = (row.Value<AttendanceType?>("Type") ?? Type)?.ToString(),
            Start = row.Value<DateTime?>("Start"),
            End = row.Value<DateTime?>("End"),
            ProjectId = row.Text("ProjectId"),
            AttendancePeriodId = id,
            File = row.File,
        };

    private static DateTime? Moment(ImportRow row, string column, DateTime? day)
    {
        if (TimeOf(row, column) is not { } time)
        {
            return row.Moment(column);
        }

        DateTime moment = day?.Date + time
            ?? throw PersonioException.Invalid(
                $"{column}: '{row.Text(column)}' is a time without a day. Specify the day as well, or the column "
                + "Date.");
        row.Values[column] = moment;
        return moment;
    }

    // Null if the cell is empty or includes a day.
    private static TimeSpan? TimeOf(ImportRow row, string column) => DateTime.TryParseExact(
        row.Text(column), s_times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out DateTime time)
        ? time.TimeOfDay
        : null;
}
