using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Makes absences, one for each input: an object, or a row of a CSV file.</summary>
/// <remarks>
/// Everything binds by property name. A row that cannot be carried out becomes one error whose target is the row, and
/// the next row goes on.
/// </remarks>
/// <example>
/// <code>Import-Csv leave.csv -Delimiter ';' | New-PersonioAbsencePeriod -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "PersonioAbsencePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AbsencePeriod), typeof(CreationSummary))]
public sealed class NewPersonioAbsencePeriodCommand : NewPeriodCommand<AbsencePeriod>
{
    /// <summary>The type: its name, without wildcards, or its id.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AbsenceTypeId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AbsenceTypeCompleter))]
    public string AbsenceType { get; set; } = "";

    /// <summary>
    /// The first day, with its time for types counted in hours: a DateTime, or text such as 2026-08-03. Text in the
    /// form of the current culture is taken only with a year of four digits, and not where day and month could be
    /// confused.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>
    /// The last day, inclusive, with its time for types counted in hours. An absence without a known end needs -OpenEnd
    /// instead.
    /// </summary>
    [Parameter(Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EndDate { get; set; }

    /// <summary>
    /// Nobody knows when the absence ends. Required where EndDate is empty, so that an empty cell is no endless leave.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation(IsEmptyFalse = true)]
    public SwitchParameter OpenEnd { get; set; }

    /// <summary>Second: it starts at midday. By default the whole first day counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(DayHalf))]
    public DayHalf? StartHalf { get; set; }

    /// <summary>First: it ends at midday. By default the whole last day counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(DayHalf))]
    public DayHalf? EndHalf { get; set; }

    /// <summary>A comment of at most 2000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <summary>The person who stands in, for types that ask for one: id or e-mail address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Substitute")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string? SubstituteId { get; set; }

    private protected override string EndName => nameof(EndDate);

    private protected override Endpoint Creation => Endpoints.CreateAbsencePeriod;

    private AbsenceTypes Types => field ??= new AbsenceTypes(this);

    private protected override IPeriodDraft Draft()
    {
        (string person, string type) = (Person, AbsenceType.Trim());
        string? missing = person.Length == 0 ? nameof(PersonId)
            : type.Length == 0 ? nameof(AbsenceType)
            : StartDate is null ? nameof(StartDate)
            : null;
        return missing is not null
            ? throw PersonioException.Invalid($"The absence of person '{person}' was not created: its {missing} is empty.")
            : WrongEnd() is { } wrong
            ? throw PersonioException.Invalid($"The absence of person '{person}' was not created: {wrong}.")
            : new AbsenceDraft
            {
                PersonId = person,
                Type = Types.Find(type, StartDate),
                Start = StartDate!.Value,
                End = EndDate,
                StartHalf = StartHalf,
                EndHalf = EndHalf,
                Comment = Comment,
                SubstituteId = IdFor(nameof(SubstituteId), SubstituteId),
            }.Check();
    }

    // -OpenEnd says it, and so does a copy of an absence that has none.
    private protected override bool IsEndForgotten(IPeriodDraft draft) => false;

    // By the start alone: what is the same begins on the same day, and an absence without an end may be at no end.
    private protected override ApiRequest Existing(DateTime? first, DateTime? last) =>
        Endpoints.ListAbsencePeriods.For()
            .With("starts_from.date_time.gte", WireTime.UtcMidnight(first, -1))
            .With("starts_from.date_time.lte", WireTime.UtcMidnight(last, 2));

    private protected override string? PersonOf(AbsencePeriod period) => period.PersonId;

    private protected override string? IdOf(AbsencePeriod period) => period.AbsencePeriodId;

    private protected override PeriodKey? KeyOf(AbsencePeriod period, string personId) => IsRejected(period.Status)
        ? null
        : new PeriodKey(period.PersonId ?? personId, period.AbsenceTypeId, period.StartDate, period.EndDate)
        {
            StartsAtMidday = period.StartHalf == nameof(DayHalf.Second),
            EndsAtMidday = period.EndHalf == nameof(DayHalf.First),
        };

    private protected override string Explain(IPeriodDraft draft, PersonioException fault) =>
        fault.Kind == ErrorKind.Conflict && draft is AbsenceDraft absence
            ? OverlappingAbsences.InWords(this, absence.PersonId, absence.Start, absence.End)
            : "";

    private protected override IPeriodDraft Ready(IPeriodDraft draft) => WrittenDays.Ready(this, (AbsenceDraft)draft);

    private protected override void Tell(AbsencePeriod made, IPeriodDraft draft, object target) =>
        WrittenDays.Check(this, made.AbsencePeriodId, (AbsenceDraft)draft, target);

    private string? WrongEnd() => (EndDate, OpenEnd.IsPresent) switch
    {
        // What is copied may get an end instead.
        ({ }, true) when IsGiven(nameof(OpenEnd)) => "it has an EndDate and OpenEnd: leave one of them out",
        (null, false) =>
            "its EndDate is empty. Specify the last day, or -OpenEnd if nobody knows it",
        _ => null,
    };

    private protected override void Write(AbsencePeriod made, string personId) => WriteMade(
        made with { PersonId = made.PersonId ?? personId },
        isWhole: made.StartDate is not null,
        () => Endpoints.GetAbsencePeriod.For(made.AbsencePeriodId ?? ""),
        absence => WriteObject(Types.NamedIfKnown(absence)));
}
