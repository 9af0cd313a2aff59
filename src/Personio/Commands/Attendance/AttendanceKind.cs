using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>How periods of work and breaks are created.</summary>
/// <param name="command">The cmdlet that creates them.</param>
internal sealed class AttendanceKind(ConnectedCmdletBase command) : PeriodKind<AttendancePeriod>(command)
{
    /// <inheritdoc/>
    public override string Word => "attendance";

    /// <inheritdoc/>
    public override string EndName => nameof(AttendanceDraft.End);

    /// <inheritdoc/>
    public override Endpoint CreationEndpoint => Endpoints.CreateAttendancePeriod;

    /// <summary>Completes and validates the given values.</summary>
    /// <exception cref="PersonioException">A value is missing or invalid (<c>InvalidRequest</c>).</exception>
    public static AttendanceDraft Draft(AttendanceDraft given)
    {
        string person = given.PersonId?.Trim() ?? "";
        string? missing = person.Length == 0 ? nameof(given.PersonId)
            : given.Type is null ? nameof(given.Type)
            : given.Start is null ? nameof(given.Start)
            : null;
        return missing is null
            ? (given with { PersonId = person }).Check()
            : throw PersonioException.Invalid(
                $"The attendance of person '{person}' was not written: its {missing} is empty.");
    }

    // The part of a night shift after a break is attributed to the day before.
    /// <inheritdoc/>
    public override IEnumerable<ApiRequest> EqualRequests(IReadOnlyCollection<PeriodKey> keys) =>
    [
        Endpoints.ListAttendancePeriods.For()
            .With("attribution_date.gte", FilterBounds.Day(keys.Min(key => key.Start), -1))
            .With("attribution_date.lte", FilterBounds.Day(keys.Max(key => key.Start), 1)),
    ];

    /// <inheritdoc/>
    public override string? IdOf(AttendancePeriod period) => period.AttendancePeriodId;

    /// <inheritdoc/>
    public override PeriodKey? KeyOf(AttendancePeriod period, string personId) => KnownStatus.IsRejected(period.Status)
        ? null
        : new PeriodKey(period.PersonId ?? personId, period.Type, period.Start, period.End)
        {
            ProjectId = period.ProjectId,
        };

    /// <inheritdoc/>
    public override string? FindSameId(PeriodKey requested, IReadOnlyList<AttendancePeriod> existing) =>
        base.FindSameId(requested, existing)
        ?? SplitWorkMatcher.FindFirst(
            requested, existing.Select(period => (KeyOf(period, requested.PersonId), IdOf(period))));

    // Personio accepts overlaps: work may overlap work, and breaks take their time out of work.
    /// <inheritdoc/>
    public override string Describe(
        IPeriodDraft draft, IReadOnlyList<AttendancePeriod> existing, IReadOnlyCollection<IPeriodDraft> planned)
    {
        PeriodKey requested = draft.Key;
        if (FindSameId(requested, existing) is { } same)
        {
            return $"An equal period already exists as {same}; -SkipExisting skips it";
        }

        string[] found =
        [
            .. existing.Where(period => KeyOf(period, requested.PersonId) is { } key && DoOverlap(key, requested))
                .Select(period => $"{period} ({period.AttendancePeriodId})"),
            .. planned.Where(other => DoOverlap(other.Key, requested))
                .Select(other => $"{other}, which comes before it"),
        ];
        return found.Length == 0 ? "" : $"It overlaps {OverlappingAbsences.List(found)}";
    }

    /// <inheritdoc/>
    public override void OnCreated(AttendancePeriod created, IPeriodDraft draft, object target)
    {
        if (created.AffectedPeriods.Count > 0)
        {
            string ids = string.Join(", ", created.AffectedPeriods.Select(period => period.AttendancePeriodId));
            Command.WriteVerbose($"Personio also changed other periods of person {draft.Key.PersonId}: {ids}.");
        }
    }

    private static bool DoOverlap(PeriodKey one, PeriodKey other) =>
        one.Start < (other.End ?? DateTime.MaxValue) && other.Start < (one.End ?? DateTime.MaxValue);
}
