using Personio.Models;

namespace Personio.Client;

/// <summary>Days on which two absences of one person overlap.</summary>
/// <param name="PersonId">The id of the person.</param>
/// <param name="First">The first of the days.</param>
/// <param name="Last">The last of the days, inclusive.</param>
public readonly record struct SharedAbsence(string? PersonId, DateTime First, DateTime Last)
{
    /// <summary>Finds the overlaps within the days of interest. Two different halves of a day do not overlap.</summary>
    /// <param name="absences">The absences, in any order. An open end extends to the last day of interest.</param>
    /// <param name="from">The first day of interest.</param>
    /// <param name="to">The last day of interest, inclusive.</param>
    public static IEnumerable<SharedAbsence> Find(IEnumerable<AbsencePeriod> absences, DateTime from, DateTime to)
    {
        ArgumentNullException.ThrowIfNull(absences);
        return absences.GroupBy(absence => absence.PersonId)
            .SelectMany(person => FindOfPerson(person.Key, person, from, to));
    }

    private static IEnumerable<SharedAbsence> FindOfPerson(
        string? person, IEnumerable<AbsencePeriod> absences, DateTime from, DateTime to)
    {
        AbsenceSpan[] spans = [.. absences.Select(AbsenceSpan.Create).OfType<AbsenceSpan>().OrderBy(span => span.From)];
        for (int later = 1; later < spans.Length; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                DateTime first = spans[later].From.Date > from.Date ? spans[later].From.Date : from.Date;
                DateTime last = Min(LastDay(spans[earlier]), LastDay(spans[later]), to.Date);
                if (first <= last && spans[earlier].Overlaps(spans[later]))
                {
                    yield return new SharedAbsence(person, first, last);
                }
            }
        }
    }

    private static DateTime LastDay(AbsenceSpan span) => span.Until?.AddTicks(-1).Date ?? DateTime.MaxValue.Date;

    private static DateTime Min(params DateTime[] days) => days.Min();
}
