using Personio.Models;

namespace Personio.Client;

/// <summary>
/// The absences without an end that a listing from a day on may lack: whether Personio counts them there is not
/// documented. Asks for nothing once the session has seen that it does.
/// </summary>
public sealed class OpenEndedAbsences
{
    private readonly PersonioClient _client;
    private readonly PersonioSession _session;

    internal OpenEndedAbsences(PersonioClient client, PersonioSession session) => (_client, _session) = (client, session);

    /// <summary>Finds those that a listing lacks.</summary>
    /// <param name="request">
    /// The listing without a filter for the end, up to the last day whose absences were listed by their end.
    /// </param>
    /// <param name="byStart">
    /// The first day from which on absences were listed by their start alone, which proves nothing; null where all were
    /// listed by their end.
    /// </param>
    /// <param name="found">What the listing had without an end.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
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

        _client.Log.Verbose("No absence without an end was listed: looking for such by their start, among all until then.");
        HashSet<string?> known = [.. found.Select(absence => absence.AbsencePeriodId)];
        IReadOnlyList<AbsencePeriod> all =
            await _client.ListAllAsync<AbsencePeriod>(request, cancellationToken).ConfigureAwait(false);
        return [.. all.Where(absence => absence.OpenEnd && !known.Contains(absence.AbsencePeriodId))];
    }

    // One request about one absence, instead of all that the company ever had.
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
            Endpoints.ListAbsencePeriods.For().With("ends_at.date_time.gte", start).WithAny("person.id", [example.PersonId!]),
            cancellationToken).ConfigureAwait(false);
        return listed.Any(one => one.AbsencePeriodId == example.AbsencePeriodId);
    }
}
