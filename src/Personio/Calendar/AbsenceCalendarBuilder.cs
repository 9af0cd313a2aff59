using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Builds a calendar of absences, with the names of persons and their groups.</summary>
/// <param name="command">The cmdlet.</param>
/// <param name="selection">The absences.</param>
/// <param name="grouping">What rows are grouped by; null for no groups.</param>
internal sealed class AbsenceCalendarBuilder(
    ConnectedCmdletBase command, AbsenceSelection selection, CalendarGroup? grouping)
{
    private readonly MissingNames _missing = new(command);
    private readonly CalendarGroups? _groups = grouping is { } by ? new CalendarGroups(command, by) : null;

    /// <summary>Looks at a piped object: it may name the group of its person.</summary>
    public void Observe(PSObject? input) => _groups?.Observe(input);

    /// <summary>Reads the absences and builds the calendar.</summary>
    /// <param name="title">The title of the calendar; null for the default title in its language.</param>
    /// <param name="culture">The culture for texts and dates.</param>
    /// <exception cref="PersonioException">The absences could not be read.</exception>
    public AbsenceCalendar Read(string? title, CultureInfo culture)
    {
        IReadOnlyList<AbsencePeriod> absences = selection.Read("The calendar");
        string[] persons = [.. absences.Select(absence => absence.PersonId).OfType<string>().Union(selection.Persons)];
        return new AbsenceCalendar
        {
            From = selection.From,
            To = selection.To,
            Absences = absences,
            Names = ReadNames(absences, persons),
            Persons = [.. selection.Persons],
            Groups = _groups?.Read(persons),
            Grouping = _groups?.Grouping ?? default,
            AbsenceTypes = selection.TypeNames,
            Title = title,
            Culture = culture,
            CreatedAt = DateTimeOffset.Now,
        };
    }

    private Dictionary<string, string> ReadNames(IEnumerable<AbsencePeriod> absences, string[] persons)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (AbsencePeriod absence in absences)
        {
            if (absence is { PersonId: { } person, PersonName: { } name })
            {
                names[person] = name;
            }
        }

        IReadOnlyDictionary<string, PersonName> found = FindNames([.. persons.Where(id => !names.ContainsKey(id))]);
        foreach ((string id, PersonName name) in found)
        {
            names[id] = name.DisplayName ?? "";
        }

        _missing.ReportUnknown("persons", found.Where(one => one.Value.DisplayName is null).Select(one => one.Key));
        return names;
    }

    private IReadOnlyDictionary<string, PersonName> FindNames(string[] ids)
    {
        try
        {
            return command.Await(token => command.Client.Persons.GetNamesAsync(ids, token));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            _missing.ReportRefused("persons", fault);
            return new Dictionary<string, PersonName>();
        }
    }
}
