using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Creates an absence for each input: an object or a row of a CSV file.</summary>
/// <remarks>
/// All values bind by property name. A row that fails becomes one error whose target is the row, and processing
/// continues with the next row.
/// </remarks>
/// <example>
/// <code>Import-Csv leave.csv -Delimiter ';' | New-PersonioAbsencePeriod -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioAbsencePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "New-PersonioAbsencePeriod.md")]
[OutputType(typeof(AbsencePeriod), typeof(CreationSummary))]
public sealed class NewPersonioAbsencePeriodCommand : NewPeriodCmdletBase<AbsencePeriod>
{
    /// <summary>The type: its name, without wildcards, or its id.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AbsenceTypeId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NameOrIdCompleter<AbsenceType>))]
    public string AbsenceType { get; set; } = "";

    /// <summary>
    /// The first day, with a time for types counted in hours: a DateTime, or text such as 2026-08-03. Text in the
    /// format of the current culture is accepted only with a four-digit year, and only if day and month cannot be
    /// confused.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>
    /// The last day, inclusive, with a time for types counted in hours. An absence without a known end needs -OpenEnd
    /// instead.
    /// </summary>
    [Parameter(Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EndDate { get; set; }

    /// <summary>
    /// Creates an absence whose end is not known. Required if EndDate is empty, so that an empty cell does not become
    /// endless leave.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation(IsEmptyFalse = true)]
    public SwitchParameter OpenEnd { get; set; }

    /// <summary>Second: the absence starts at midday. By default, the whole first day counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(DayHalf))]
    public DayHalf? StartHalf { get; set; }

    /// <summary>First: the absence ends at midday. By default, the whole last day counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(DayHalf))]
    public DayHalf? EndHalf { get; set; }

    /// <summary>A comment of at most 2000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <summary>The substitute, for types that require one: id or email address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Substitute")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string? SubstituteId { get; set; }

    private AbsenceTypes Types => field ??= new AbsenceTypes(this);

    private AbsenceKind Absences => field ??= new AbsenceKind(this, Types);

    private protected override PeriodKind<AbsencePeriod> Kind => Absences;

    private protected override IPeriodDraft Draft() => Absences.Draft(new AbsenceFields
    {
        PersonId = Person,
        AbsenceType = AbsenceType,
        StartDate = StartDate,
        EndDate = EndDate,
        OpenEnd = OpenEnd,
        IsOpenEndGiven = Given.Contains(nameof(OpenEnd)),
        StartHalf = StartHalf,
        EndHalf = EndHalf,
        Comment = Comment,
        SubstituteId = IdFor(nameof(SubstituteId), SubstituteId),
    });

    // -OpenEnd says so explicitly, as does a copy of an absence without an end.
    private protected override bool IsEndMissing(IPeriodDraft draft) => false;

    private protected override void Write(AbsencePeriod created, string personId) => Changes.WriteCreated(
        created with { PersonId = created.PersonId ?? personId },
        isComplete: created.StartDate is not null,
        () => Endpoints.GetAbsencePeriod.For(created.AbsencePeriodId ?? ""),
        absence => WriteObject(Types.WithNameIfKnown(absence)));
}
