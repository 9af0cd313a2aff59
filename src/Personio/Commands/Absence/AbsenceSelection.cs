using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The absences of some days that are wanted: those given, those of some persons, or all. They are read when all input is
/// there; what cannot be read ends the cmdlet, because nobody would see that a calendar or a sum lacks somebody.
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

    /// <summary>Begins without absences.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="types">The types that are wanted, by name or id; null for all.</param>
    /// <param name="categories">The categories of types that are wanted; null for all.</param>
    /// <exception cref="PersonioException">There is no such type or category.</exception>
    public AbsenceSelection(
        ConnectedCmdletBase command, DateTime from, DateTime to, string[]? types, string[]? categories = null)
    {
        _command = command;
        _from = from;
        _to = to;
        _types = new AbsenceTypes(command);
        _typeIds = _types.FindIds(types, categories);
    }

    /// <summary>The states of approval that are wanted; null for all but rejected.</summary>
    public string[]? Status { get; init; }

    /// <summary>Whether the absences have no type.</summary>
    public bool IsTypeHidden { get; init; }

    /// <summary>The first day.</summary>
    public DateTime From => _from;

    /// <summary>The last day.</summary>
    public DateTime To => _to;

    /// <summary>The persons whose absences are wanted; none where those of all are, or some were given.</summary>
    public IEnumerable<string> Persons => _persons.Distinct();

    /// <summary>The names of the types, in the order of the company; none where types are hidden.</summary>
    public IReadOnlyList<string> TypeNames => IsTypeHidden ? [] : [.. _types.Names];

    /// <summary>Whether there was input, but none of it was any good.</summary>
    public bool IsRefused => _isRefused && !_isAll && _persons.Count == 0 && _absences.Count == 0;

    /// <summary>Takes one input: an absence, else persons, else everybody.</summary>
    /// <param name="input">What was piped; null where nothing was.</param>
    /// <param name="persons">The persons that are meant; null where none are.</param>
    public void Take(PSObject? input, Func<IReadOnlyList<AskedId>?> persons)
    {
        if (input?.BaseObject is AbsencePeriod absence)
        {
            Add(absence);
        }
        else if (persons() is { } asked)
        {
            Ask(asked);
        }
        else
        {
            _isAll = true;
        }
    }

    // Where it is wanted, and is not there yet.
    private void Add(AbsencePeriod absence)
    {
        if (absence.Overlaps(_from, _to) && IsWanted(absence)
            && (absence.AbsencePeriodId is not { } id || _seen.Add(id)))
        {
            _absences.Add(IsTypeHidden ? absence with { AbsenceType = null } : Named(absence));
        }
    }

    private void Ask(IReadOnlyList<AskedId> persons)
    {
        _isRefused |= persons.Count == 0;
        foreach (AskedId person in persons)
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

    /// <summary>The category of the type of an absence; null where it has none, or the types cannot be read.</summary>
    public string? CategoryOf(AbsencePeriod absence) => _types.CategoryOf(absence);

    /// <summary>Reads the absences that were asked for, and has those that were given.</summary>
    /// <param name="whole">What they are for, which lacks those that have no first day: "The calendar".</param>
    /// <exception cref="PersonioException">They could not be read.</exception>
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
            // The first window alone asks by the end, and what begins after it is found by its start.
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

                    return AbsenceListing.Request(days.First, days.Last, _typeIds, days.IsFirst);
                },
                _command.Client.OpenEndedAbsences.Learn);
            var open = new List<AbsencePeriod>();
            foreach (AbsencePeriod absence in _command.Pull(_command.Client.ListDaysAsync(query)))
            {
                Add(absence);
                if (absence.OpenEnd)
                {
                    open.Add(absence);
                }
            }

            ApiRequest request = AbsenceListing.Request(null, lastByEnd ?? _to, _typeIds);
            foreach (AbsencePeriod absence in _command.Await(
                token => _command.Client.OpenEndedAbsences.FindMissingAsync(request, lastByEnd?.AddDays(1), open, token)))
            {
                Add(absence);
            }
        }
    }

    // Side by side; the rate limiter holds back what would be too much.
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
                // Some companies' answers lack the person. Of one who was asked for alone it is known.
                Add(absence.PersonId is null && ids is [{ } only] ? absence with { PersonId = only } : absence);
            }
        }
    }

    private async Task<IReadOnlyList<AbsencePeriod>> ListAsync(
        PersonioClient client, string[] persons, CancellationToken cancellationToken)
    {
        IReadOnlyList<AbsencePeriod> rows = await client.ListAllAsync<AbsencePeriod>(
            AbsenceListing.Request(_from, _to, _typeIds).WithAny("person.id", persons), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<AbsencePeriod> missing = await client.OpenEndedAbsences.FindMissingAsync(
            AbsenceListing.Request(null, _to, _typeIds).WithAny("person.id", persons),
            byStart: null,
            [.. rows.Where(row => row.OpenEnd)],
            cancellationToken).ConfigureAwait(false);
        return [.. rows, .. missing];
    }

    private bool IsWanted(AbsencePeriod absence) =>
        (_typeIds is null || _typeIds.Contains(absence.AbsenceTypeId))
        && (Status is null
            ? !KnownStatus.IsRejected(absence.Status)
            : KnownStatus.IsIn(Status, absence.Status));

    private AbsencePeriod Named(AbsencePeriod absence) =>
        _types.Named(absence) is { AbsenceType: not null } named ? named : absence;
}
