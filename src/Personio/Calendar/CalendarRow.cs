using Personio.Client;

namespace Personio;

/// <summary>A person's row in a calendar.</summary>
/// <param name="Id">The ID; empty if the absences do not have it.</param>
/// <param name="Name">The display name.</param>
/// <param name="Group">The group of the person; empty if rows are not grouped.</param>
/// <param name="Entries">The absences, earliest first.</param>
internal sealed record CalendarRow(string Id, string Name, string Group, CalendarEntry[] Entries)
{
    /// <summary>
    /// All persons by group and name. Persons with the same name are told apart by their IDs; persons without a group
    /// are listed last.
    /// </summary>
    public static CalendarRow[] All(AbsenceCalendar calendar, IReadOnlyList<CalendarEntry> entries)
    {
        ILookup<string, CalendarEntry> byPerson = entries.ToLookup(entry => entry.Absence.PersonId ?? "");
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
