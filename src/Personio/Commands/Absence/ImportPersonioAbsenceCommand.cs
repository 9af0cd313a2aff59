using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Creates absences from CSV files, and writes the outcome of each row.</summary>
/// <remarks>
/// A file can be imported again, even after an interrupted run: rows that already exist are skipped. With -WhatIf, each
/// row states what would happen: whether the person and the type exist, whether an equal absence exists, and what it
/// overlaps.
/// </remarks>
/// <example>
/// <code>
/// Import-PersonioAbsence urlaub.csv -Column @{ StartDate = 'Von'; EndDate = 'Bis' } -Encoding 1252 -WhatIf
/// </code>
/// </example>
[Cmdlet(
    VerbsData.Import, "PersonioAbsence", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByPath,
    HelpUri = HelpPages.Root + "Import-PersonioAbsence.md")]
[OutputType(typeof(AbsenceImportRow))]
public sealed class ImportPersonioAbsenceCommand : ImportCmdletBase<AbsencePeriod, AbsenceImportRow>
{
    /// <summary>
    /// The type of absences whose row does not specify one: its name, without wildcards, or its id.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<AbsenceType>))]
    public string? AbsenceType { get; set; }

    private protected override PeriodKind<AbsencePeriod> Kind => Absences;

    private protected override IReadOnlyList<CsvColumn> Columns => field ??=
    [
        new("PersonId") { IsRequired = true, ReplacedBy = "Email" },
        new("Email")
        {
            Aliases = ["PersonEmail"],
            SuggestedHeaders = ["E-Mail", "E-Mail-Adresse", "Mail", "Mailadresse"],
        },
        new("AbsenceType")
        {
            IsRequired = AbsenceType is null,
            Aliases = ["AbsenceTypeId"],
            SuggestedHeaders = ["Art", "Abwesenheitsart", "Abwesenheit", "Abwesenheitstyp", "Typ", "Type"],
        },
        new("StartDate")
        {
            IsRequired = true, SuggestedHeaders = ["Von", "Beginn", "Start", "Startdatum", "Erster Tag", "Ab", "From"],
        },
        new("EndDate") { SuggestedHeaders = ["Bis", "Ende", "End", "Enddatum", "Letzter Tag", "To", "Until"] },
        new("OpenEnd") { SuggestedHeaders = ["Ende offen", "Offen"] },
        new("StartHalf") { SuggestedHeaders = ["Beginn halb"] },
        new("EndHalf") { SuggestedHeaders = ["Ende halb"] },
        new("Comment") { SuggestedHeaders = ["Kommentar", "Bemerkung", "Notiz", "Note"] },
        new("SubstituteId") { Aliases = ["Substitute"], SuggestedHeaders = ["Vertretung"] },
    ];

    private AbsenceTypes Types => field ??= new AbsenceTypes(this);

    private AbsenceKind Absences => field ??= new AbsenceKind(this, Types);

    private protected override IPeriodDraft Draft(ImportRow row)
    {
        bool isOpen = row.Flag("OpenEnd");
        return Absences.Draft(new AbsenceFields
        {
            PersonId = row.PersonId!,
            AbsenceType = TypeOf(row) ?? "",
            StartDate = row.Moment("StartDate"),
            EndDate = row.Moment("EndDate"),
            OpenEnd = isOpen,
            IsOpenEndGiven = isOpen,
            StartHalf = row.Choice<DayHalf>("StartHalf"),
            EndHalf = row.Choice<DayHalf>("EndHalf"),
            Comment = row.Text("Comment"),
            SubstituteId = SubstituteAddressOf(row) is { } address
                ? Persons.Resolve(address)
                : row.Text("SubstituteId"),
        });
    }

    private protected override IEnumerable<string?> AddressesOf(ImportRow row) =>
        [.. base.AddressesOf(row), SubstituteAddressOf(row)];

    private protected override AbsenceImportRow Result(
        ImportRow row, string outcome, string? message, string? id) => new()
    {
        Row = row.Number,
        Outcome = outcome,
        Message = message,
        PersonId = row.PersonId,
        Email = row.Address,
        AbsenceType = TypeOf(row),
        StartDate = row.Value<DateTime?>("StartDate"),
        EndDate = row.Value<DateTime?>("EndDate"),
        AbsencePeriodId = id,
        File = row.File,
    };

    private static string? SubstituteAddressOf(ImportRow row) =>
        row.Text("SubstituteId") is { } text && PersonIds.IsAddress(text) ? text : null;

    private string? TypeOf(ImportRow row) => row.Text("AbsenceType") ?? AbsenceType;
}
