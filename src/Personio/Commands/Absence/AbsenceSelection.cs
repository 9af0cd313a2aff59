using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The absences to include from a range of days: the piped ones, those of some persons, or all. They are read once all
/// input has arrived. A failed read ends the cmdlet, because nobody would notice that a calendar or a total lacks
/// someone.
/// </summary>
internal sealed class AbsenceSelection
{
    private readonly ConnectedCmdletBase _command;
    private readonly DateTime _from;
    private readonly DateTime _to;
    private readonly AbsenceTypes _types;
    private readonly string[]? _typeIds;
    private readonly List<string> _persons = [];
    private readonly List<AbsencePeriod> _absences = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool _isAll;
    private bool _isRefused;

    /// <summary>Creates an empty selection.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="types">The types to include, by name or id; null for all.</param>
    /// <param name="categories">The categories of types to include; null for all.</param>
    /// <exception cref="PersonioException">A type or category does not exist, or the types may not be read.</exception>
    public AbsenceSelection(
        ConnectedCmdletBase command, DateTime from, DateTime to, string[]? types, string[]? categories = null)
    {
        _command = command;
        _from = from;
        _to = to;
        _types = new AbsenceTypes(command);
        _typeIds = _types.FindIds(types, categories);
    }

    /// <summary>The approval statuses to include; null for all except rejected.</summary>
    public string[]? Status { get; init; }

    /// <summary>True to remove the type from the absences.</summary>
    public bool IsTypeHidden { get; init; }

    /// <summary>The first day.</summary>
    public DateTime From => _from;

    /// <summary>The last day.</summary>
    public DateTime To => _to;

    /// <summary>
    /// The persons whose absences were requested; empty if all were requested or only absences were piped.
    /// </summary>
    public IEnumerable<string> Persons => _persons.Distinct();

    /// <summary>The names of the types, in the company's order; empty if types are hidden.</summary>
    public IReadOnlyList<string> TypeNames => IsTypeHidden ? [] : [.. _types.Names];

    /// <summary>True if there was input but none of it was usable.</summary>
    public bool IsRefused => _isRefused && !_isAll && _persons.Count == 0 && _absences.Count == 0;

    /// <summary>Adds one input: an absence, otherwise persons, otherwise everyone.</summary>
    /// <param name="input">The piped object; null if nothing was piped.</param>
    /// <param name="persons">Returns the persons that the input identifies; null if it identifies none.</param>
    public void AddInput(PSObject? input, Func<IReadOnlyList<RequestedId>?> persons)
    {
        if (input?.BaseObject is AbsencePeriod absence)
        {
            Add(absence);
        }
        else if (persons() is { } requested)
        {
            AddPersons(requested);
        }
        else
        {
            _isAll = true;
        }
    }

    private void Add(AbsencePeriod absence)
    {
        if (absence.Overlaps(_from, _to) && IsWanted(absence)
            && (absence.AbsencePeriodId is not { } id || _seen.Add(id)))
        {
            _absences.Add(IsTypeHidden ? absence with { AbsenceType = null } : WithTypeName(absence));
        }
    }

    private void AddPersons(IReadOnlyList<RequestedId> persons)
    {
        _isRefused |= persons.Count == 0;
        foreach (RequestedId person in persons)
        {
            if ((person.Fault ?? ApiRequest.RefusalOf(person.Id)) is { } refusal)
            {
                _isRefused = true;
                _command.WriteError(Errors.CreateRecord(refusal, "Person", person.Target));
            }
            else
            {
                _persons.Add(person.Id);
            }
        }
    }

    /// <summary>The category of an absence's type; null if it has none or the types cannot be read.</summary>
    public string? CategoryOf(AbsencePeriod absence) => _types.CategoryOf(absence);

    /// <summary>Reads the requested absences, and returns them together with the piped ones.</summary>
    /// <param name="whole">The subject of the warning about absences without a first day: "The calendar".</param>
    /// <exception cref="PersonioException">The absences could not be read.</exception>
    public IReadOnlyList<AbsencePeriod> Read(string whole)
    {
        if (_typeIds is not { Length: 0 })
        {
            ReadAll();
            ReadPersons();
        }

        int undated = _absences.Count(absence => absence.StartDate is null);
        if (undated > 0)
        {
            _command.WriteWarning(undated == 1
                ? $"{whole} lacks one absence that has no first day."
                : $"{whole} lacks {undated} absences that have no first day.");
        }

        return _absences;
    }

    private void ReadAll()
    {
        if (_isAll)
        {
            // Only the first window filters by end; later windows filter by start.
            DateTime? lastByEnd = null;
            WindowedQuery<AbsencePeriod> query = AbsenceWindows.Create(
                _from,
                _to,
                days =>
                {
                    if (days.IsFirst)
                    {
                        lastByEnd = days.Last;
                    }

                    return AbsenceListing.CreateRequest(days.First, days.Last, _typeIds, days.IsFirst);
                },
                _command.Client.OpenEndedAbsences.Learn);
            var open = new List<AbsencePeriod>();
            foreach (AbsencePeriod absence in _command.Enumerate(_command.Client.ListDaysAsync(query)))
            {
                Add(absence);
                if (absence.OpenEnd)
                {
                    open.Add(absence);
                }
            }

            ApiRequest request = AbsenceListing.CreateRequest(null, lastByEnd ?? _to, _typeIds);
            foreach (AbsencePeriod absence in _command.Await(
                token => _command.Client.OpenEndedAbsences.FindMissingAsync(
                    request, lastByEnd?.AddDays(1), open, token)))
            {
                Add(absence);
            }
        }
    }

    // The batches run concurrently; the rate limiter holds back the excess.
    private void ReadPersons()
    {
        string[][] batches = [.. _persons.Distinct().Chunk(Endpoints.ListPersons.MaxIdsPerRequest)];
        PersonioClient client = _command.Client;
        IReadOnlyList<AbsencePeriod>[] lists = _command.Await(
            token => Task.WhenAll(batches.Select(ids => ListAsync(client, ids, token))));
        foreach ((string[] ids, IReadOnlyList<AbsencePeriod> list) in batches.Zip(lists))
        {
            foreach (AbsencePeriod absence in list)
            {
                // Some companies' responses omit the person. If only one was requested, it is known.
                Add(absence.PersonId is null && ids is [{ } only] ? absence with { PersonId = only } : absence);
            }
        }
    }

    private async Task<IReadOnlyList<AbsencePeriod>> ListAsync(
        PersonioClient client, string[] persons, CancellationToken cancellationToken)
    {
        IReadOnlyList<AbsencePeriod> rows = await client.ListAllAsync<AbsencePeriod>(
            AbsenceListing.CreateRequest(_from, _to, _typeIds).WithAny("person.id", persons), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<AbsencePeriod> missing = await client.OpenEndedAbsences.FindMissingAsync(
            AbsenceListing.CreateRequest(null, _to, _typeIds).WithAny("person.id", persons),
            byStart: null,
            [.. rows.Where(row => row.OpenEnd)],
            cancellationToken).ConfigureAwait(false);
        return [.. rows, .. missing];
    }

    private bool IsWanted(AbsencePeriod absence) =>
        (_typeIds is null || _typeIds.Contains(absence.AbsenceTypeId))
        && (Status is null
            ? !KnownStatus.IsRejected(absence.Status)
            : KnownStatus.Contains(Status, absence.Status));

    private AbsencePeriod WithTypeName(AbsencePeriod absence) =>
        _types.WithName(absence) is { AbsenceType: not null } named ? named : absence;
}
