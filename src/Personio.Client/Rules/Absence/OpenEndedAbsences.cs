using System.Globalization;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Finds the open-ended absences that a listing from a given day may lack: whether Personio includes them is not
/// documented. Sends no request once the session has seen that it does, and reads those of the whole company at most
/// once in ten minutes.
/// </summary>
public sealed class OpenEndedAbsences
{
    private const string StartFilter = "starts_from.date_time.lte";

    // In days. Memory grows with the number of days, so the span is limited.
    private const int TenYearsAgo = -3650;

    private readonly PersonioClient _client;
    private readonly PersonioSession _session;
    private readonly long _since;

    internal OpenEndedAbsences(PersonioClient client, PersonioSession session, long since) =>
        (_client, _session, _since) = (client, session, since);

    /// <summary>
    /// Learns, from absences that matched a filter on their end, whether Personio includes open-ended ones.
    /// </summary>
    public void Learn(IReadOnlyList<AbsencePeriod> listedByEnd)
    {
        ArgumentNullException.ThrowIfNull(listedByEnd);
        _session.ListsOpenEnds |= listedByEnd.Any(absence => absence.OpenEnd);
    }

    /// <summary>Finds the absences that a listing lacks.</summary>
    /// <param name="request">
    /// The listing without a filter on the end, up to the last day whose absences were listed by their end.
    /// </param>
    /// <param name="byStart">
    /// The first day from which absences were listed by their start alone, which proves nothing; null if all were
    /// listed by their end.
    /// </param>
    /// <param name="found">The open-ended absences in the listing.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public async Task<IReadOnlyList<AbsencePeriod>> FindMissingAsync(
        ApiRequest request, DateTime? byStart, IReadOnlyCollection<AbsencePeriod> found,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(found);
        _session.ListsOpenEnds |= found.Any(absence => byStart is not { } day || absence.StartsFrom < day)
            || await IsListedByEndAsync(found, cancellationToken).ConfigureAwait(false);
        if (_session.ListsOpenEnds)
        {
            return [];
        }

        HashSet<string?> known = [.. found.Select(absence => absence.AbsencePeriodId)];
        string? bound = request.Query.FirstOrDefault(pair => pair.Key == StartFilter).Value;
        DateTime? until = bound is null ? null : DateTimeOffset.Parse(bound, CultureInfo.InvariantCulture).DateTime;
        IReadOnlyList<AbsencePeriod> all = request.Query.All(pair => pair.Key == StartFilter)
            ? await _session.OpenEnds.GetAsync(
                until,
                _since,
                (from, to) => SelectOpenAsync(_client.ListDaysAsync(CreateQuery(from, to), cancellationToken)),
                cancellationToken).ConfigureAwait(false)
            : await SelectOpenAsync(
                _client.ListAsync<AbsencePeriod>(request, null, cancellationToken)).ConfigureAwait(false);
        return
        [
            .. all.Where(absence => !(absence.StartsFrom > until) && !known.Contains(absence.AbsencePeriodId)),
        ];
    }

    // In concurrent windows, because a company has many absences. Those that begin earlier are returned with the first
    // one.
    private WindowedQuery<AbsencePeriod> CreateQuery(DateTime? from, DateTime? to)
    {
        DateTime first = from ?? (to ?? _session.Today).AddDays(TenYearsAgo);
        return AbsenceWindows.Create(first, to, days => Endpoints.ListAbsencePeriods.For()
            .With(
                "starts_from.date_time.gte",
                days.IsFirst && from is null ? null : DateText.Instant(days.First.AddDays(-1)))
            .With(StartFilter, DateText.Instant(days.IsLast ? to : days.Last?.AddDays(1.5))));
    }

    private async Task<IReadOnlyList<AbsencePeriod>> SelectOpenAsync(IAsyncEnumerable<AbsencePeriod> absences)
    {
        _client.Log.Verbose("No open-ended absence was listed; looking for open-ended absences by their start.");
        var open = new List<AbsencePeriod>();
        await foreach (AbsencePeriod absence in absences.ConfigureAwait(false))
        {
            if (absence.OpenEnd)
            {
                open.Add(absence);
            }
        }

        return open;
    }

    // One request about one absence, instead of reading the company's whole history.
    private async Task<bool> IsListedByEndAsync(
        IReadOnlyCollection<AbsencePeriod> open, CancellationToken cancellationToken)
    {
        if (_session.ListsOpenEnds
            || open.FirstOrDefault(one => one is { PersonId: not null, StartsFrom: not null }) is not { } example)
        {
            return false;
        }

        string start = DateText.Instant(example.StartsFrom!.Value.Date);
        IReadOnlyList<AbsencePeriod> listed = await _client.ListAllAsync<AbsencePeriod>(
            Endpoints.ListAbsencePeriods.For()
                .With("ends_at.date_time.gte", start)
                .WithAny("person.id", [example.PersonId!]),
            cancellationToken).ConfigureAwait(false);
        return listed.Any(one => one.AbsencePeriodId == example.AbsencePeriodId);
    }
}
