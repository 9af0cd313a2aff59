using Personio.Client;

namespace Personio;

/// <summary>A person with a row in a calendar.</summary>
/// <param name="Id">The id; empty where the absences do not say it.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Group">What the person belongs to; empty where rows are not grouped.</param>
/// <param name="Stays">The absences, from the first on.</param>
internal sealed record CalendarRow(string Id, string Name, string Group, CalendarEntry[] Stays)
{
    /// <summary>
    /// All persons, by group and name; two of one name are told apart by their ids, and who belongs to no group comes
    /// last.
    /// </summary>
    public static CalendarRow[] All(AbsenceCalendar calendar, IReadOnlyList<CalendarEntry> stays)
    {
        ILookup<string, CalendarEntry> byPerson = stays.ToLookup(stay => stay.Absence.PersonId ?? "");
        string[] ids = [.. byPerson.Select(person => person.Key).Union(calendar.Persons)];
        string NameOf(string id) => calendar.NameOf(id.Length > 0 ? id : null);
        ILookup<string, string> byName = ids.ToLookup(NameOf, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. ids.Select(id => new CalendarRow(
                    id,
                    byName[NameOf(id)].Count() > 1 ? $"{NameOf(id)} ({id})" : NameOf(id),
                    calendar.Groups is null ? "" : calendar.GroupOf(id),
                    [.. byPerson[id]]))
                .OrderBy(person => calendar.Groups is not null && person.Group == calendar.Ungrouped)
                .ThenBy(person => person.Group, calendar.Wording.Names)
                .ThenBy(person => person.Name, calendar.Wording.Names)
                .ThenBy(person => person.Id, StringComparer.Ordinal),
        ];
    }
}
