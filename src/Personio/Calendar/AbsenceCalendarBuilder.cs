using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The absences that go into one calendar: those given, those of some persons, or all. They are read when all input is
/// there; what cannot be read ends the cmdlet, because nobody would see that a calendar lacks somebody.
/// </summary>
internal sealed class AbsenceCalendarBuilder
{
    // Well below the length of line that gateways take.

    private readonly ConnectedCmdletBase _command;
    private readonly DateTime _from;
    private readonly DateTime _to;
    private readonly AbsenceTypes _types;
    private readonly MissingNames _missing;
    private readonly string[]? _typeIds;
    private readonly List<string> _persons = [];
    private readonly List<AbsencePeriod> _absences = [];
    private readonly CalendarGroups? _groups;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool _isAll;
    private bool _isRefused;

    /// <summary>Begins without absences.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="types">The types that are wanted, by name or id; null for all.</param>
    /// <param name="categories">The categories of types that are wanted; null for all.</param>
    /// <param name="grouping">What rows are grouped by; null for no groups.</param>
    /// <exception cref="PersonioException">There is no such type or category.</exception>
    public AbsenceCalendarBuilder(
        ConnectedCmdletBase command, DateTime from, DateTime to, string[]? types, string[]? categories = null,
        CalendarGroup? grouping = null)
    {
        _groups = grouping is { } by ? new CalendarGroups(command, by) : null;
        _command = command;
        _from = from;
        _to = to;
        _types = new AbsenceTypes(command);
        _missing = new MissingNames(command);
        _typeIds = _types.FindIds(types, categories);
    }

    /// <summary>The states of approval that are wanted; null for all but rejected.</summary>
    public string[]? Status { get; init; }

    /// <summary>Whether the types stay out of the calendar.</summary>
    public bool IsTypeHidden { get; init; }

    /// <summary>Whether there was input, but none of it was any good.</summary>
    public bool IsRefused => _isRefused && !_isAll && _persons.Count == 0 && _absences.Count == 0;

    /// <summary>Adds an absence that is known already, where it is wanted.</summary>
    public void Add(AbsencePeriod absence)
    {
        if (absence.Overlaps(_from, _to) && IsWanted(absence)
            && (absence.AbsencePeriodId is not { } id || _seen.Add(id)))
        {
            _absences.Add(IsTypeHidden ? absence with { AbsenceType = null } : Named(absence));
        }
    }

    /// <summary>Looks at what was piped: it can say which group its person belongs to.</summary>
    public void See(PSObject? input) => _groups?.See(input);

    /// <summary>Adds persons whose absences are wanted.</summary>
    public void Ask(IReadOnlyList<AskedId> persons)
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

    /// <summary>Asks for the absences of everybody.</summary>
    public void AskAll() => _isAll = true;

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

    /// <summary>Reads what was asked for, as a calendar.</summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    /// <param name="title">What the calendar is called; null for the word of its language.</param>
    /// <param name="culture">The culture for words and dates.</param>
    public AbsenceCalendar ReadCalendar(string? title, CultureInfo culture)
    {
        _ = Read("The calendar");
        return new AbsenceCalendar
        {
            From = _from,
            To = _to,
            Absences = _absences,
            Names = Names(),
            Persons = [.. _persons.Distinct()],
            Groups = _groups?.Read([.. _absences.Select(absence => absence.PersonId).OfType<string>().Union(_persons)]),
            Grouping = _groups?.Grouping ?? default,
            AbsenceTypes = IsTypeHidden ? [] : [.. _types.Names],
            Title = title,
            Culture = culture,
            MadeAt = DateTimeOffset.Now,
        };
    }

    private void ReadAll()
    {
        if (_isAll)
        {
            // The first window alone asks by the end, and what begins after it is found by its start.
            DateTime? lastByEnd = null;
            WindowedQuery<AbsencePeriod> query = AbsenceListing.Days(_from, _to, days =>
            {
                if (days.IsFirst)
                {
                    lastByEnd = days.Last;
                }

                return AbsenceListing.Request(days.First, days.Last, _typeIds, days.IsFirst);
            });
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

    private Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (AbsencePeriod absence in _absences)
        {
            if (absence is { PersonId: { } person, PersonName: { } name })
            {
                names[person] = name;
            }
        }

        string[] ids =
        [
            .. _absences.Select(absence => absence.PersonId).OfType<string>().Union(_persons)
                .Where(id => !names.ContainsKey(id)),
        ];
        IReadOnlyDictionary<string, PersonName> found = Found(ids);
        foreach ((string id, PersonName name) in found)
        {
            names[id] = name.DisplayName ?? "";
        }

        _missing.Unknown("persons", found.Where(one => one.Value.DisplayName is null).Select(one => one.Key));

        return names;
    }

    private IReadOnlyDictionary<string, PersonName> Found(string[] ids)
    {
        try
        {
            return _command.Await(token => _command.Client.Persons.NamesAsync(ids, token));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            _missing.Refused("persons", fault);
            return new Dictionary<string, PersonName>();
        }
    }
}
