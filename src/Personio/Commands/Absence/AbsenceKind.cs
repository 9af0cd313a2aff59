using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>How absences are created.</summary>
/// <param name="command">The cmdlet that creates them.</param>
/// <param name="types">The types of the company.</param>
internal sealed class AbsenceKind(ConnectedCmdletBase command, AbsenceTypes types) : PeriodKind<AbsencePeriod>(command)
{
    /// <inheritdoc/>
    public override string Word => "absence";

    /// <inheritdoc/>
    public override string EndName => nameof(AbsenceFields.EndDate);

    /// <inheritdoc/>
    public override Endpoint CreationEndpoint => Endpoints.CreateAbsencePeriod;

    /// <summary>Builds and validates the absence that the given values describe.</summary>
    /// <exception cref="PersonioException">A value is missing or invalid (<c>InvalidRequest</c>).</exception>
    public AbsenceDraft Draft(AbsenceFields fields)
    {
        (string person, string type) = (fields.PersonId.Trim(), fields.AbsenceType.Trim());
        string? missing = person.Length == 0 ? nameof(fields.PersonId)
            : type.Length == 0 ? nameof(fields.AbsenceType)
            : fields.StartDate is null ? nameof(fields.StartDate)
            : null;
        return missing is not null
            ? throw PersonioException.Invalid(
                $"The absence of person '{person}' was not created: its {missing} is empty.")
            : FindEndError(fields) is { } wrong
            ? throw PersonioException.Invalid($"The absence of person '{person}' was not created: {wrong}.")
            : new AbsenceDraft
            {
                PersonId = person,
                Type = types.Find(type, fields.StartDate),
                Start = fields.StartDate!.Value,
                End = fields.EndDate,
                StartHalf = fields.StartHalf,
                EndHalf = fields.EndHalf,
                Comment = fields.Comment,
                SubstituteId = fields.SubstituteId?.Trim(),
            }.Check();
    }

    // Filters by start only: equal absences start on the same day, and an end filter might miss an absence without an
    // end.
    /// <inheritdoc/>
    public override IEnumerable<ApiRequest> EqualRequests(IReadOnlyCollection<PeriodKey> keys) =>
    [
        Endpoints.ListAbsencePeriods.For()
            .With("starts_from.date_time.gte", FilterBounds.UtcMidnight(keys.Min(key => key.Start), -1))
            .With("starts_from.date_time.lte", FilterBounds.UtcMidnight(keys.Max(key => key.Start), 2)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<ApiRequest> OverlapRequests(IReadOnlyCollection<PeriodKey> keys) =>
    [
        AbsenceListing.CreateRequest(
            keys.Min(key => key.Start),
            keys.Any(key => key.End is null) ? null : keys.Max(key => key.End),
            null),
    ];

    /// <inheritdoc/>
    public override string? IdOf(AbsencePeriod period) => period.AbsencePeriodId;

    /// <inheritdoc/>
    public override PeriodKey? KeyOf(AbsencePeriod period, string personId) => KnownStatus.IsRejected(period.Status)
        ? null
        : new PeriodKey(period.PersonId ?? personId, period.AbsenceTypeId, period.StartDate, period.EndDate)
        {
            StartsAtMidday = period.StartHalf == nameof(DayHalf.Second),
            EndsAtMidday = period.EndHalf == nameof(DayHalf.First),
        };

    /// <inheritdoc/>
    public override string Describe(
        IPeriodDraft draft, IReadOnlyList<AbsencePeriod> existing, IReadOnlyCollection<IPeriodDraft> planned)
    {
        AbsenceSpan span = ((AbsenceDraft)draft).Span;
        string[] found =
        [
            .. existing
                .Where(absence => !KnownStatus.IsRejected(absence.Status)
                    && AbsenceSpan.Create(absence)?.Overlaps(span) == true)
                .Select(absence => $"{types.WithNameIfKnown(absence)} ({absence.AbsencePeriodId})"),
            .. planned.OfType<AbsenceDraft>().Where(other => other.Span.Overlaps(span))
                .Select(other => $"{other}, which comes before it"),
        ];
        return found.Length == 0
            ? ""
            : throw new PersonioException(ErrorKind.Conflict, $"It overlaps {OverlappingAbsences.List(found)}.");
    }

    /// <inheritdoc/>
    public override string Explain(IPeriodDraft draft, PersonioException fault) =>
        fault.Kind == ErrorKind.Conflict && draft is AbsenceDraft absence
            ? OverlappingAbsences.InWords(Command, absence.PersonId, absence.Start, absence.End)
            : "";

    /// <inheritdoc/>
    public override IPeriodDraft Prepare(IPeriodDraft draft) =>
        BookedDaysCheck.WithReading(Command, (AbsenceDraft)draft);

    /// <inheritdoc/>
    public override void OnCreated(AbsencePeriod created, IPeriodDraft draft, object target) =>
        BookedDaysCheck.Check(Command, created.AbsencePeriodId, (AbsenceDraft)draft, target);

    private static string? FindEndError(AbsenceFields fields) => (fields.EndDate, fields.OpenEnd) switch
    {
        // A copied open end may be replaced by an end.
        ({ }, true) when fields.IsOpenEndGiven => AbsenceDraft.EndConflict,
        (null, false) =>
            "its EndDate is empty. Specify the last day, or -OpenEnd if nobody knows it",
        _ => null,
    };
}
