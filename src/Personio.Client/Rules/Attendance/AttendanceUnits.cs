using Personio.Models;

namespace Personio.Client;

/// <summary>Makes sums of departments and teams out of the sums of their persons.</summary>
internal static class AttendanceUnits
{
    /// <summary>The sums by unit, in the order in which they first came.</summary>
    /// <param name="sums">The sums, one for each person and whatever else they are by.</param>
    /// <param name="isByPerson">Whether the persons are told apart as well.</param>
    /// <param name="units">Departments and teams by person; who is not in it has none.</param>
    public static IEnumerable<AttendanceSummary> Merge(
        IEnumerable<AttendanceSummary> sums, bool isByPerson, IReadOnlyDictionary<string, PersonUnits> units) => sums
        .GroupBy(sum => (
            Person: isByPerson ? sum.PersonId : null,
            sum.Date,
            sum.Month,
            sum.ProjectId,
            Units: units.GetValueOrDefault(sum.PersonId ?? "")))
        .Select(group => group.First() with
        {
            PersonId = group.Key.Person,
            PersonName = isByPerson ? group.First().PersonName : null,
            DepartmentId = group.Key.Units.DepartmentId,
            Department = group.Key.Units.Department,
            TeamId = group.Key.Units.TeamId,
            Team = group.Key.Units.Team,
            WorkHours = group.Sum(sum => sum.WorkHours),
            BreakHours = group.Sum(sum => sum.BreakHours),
            Hours = group.Sum(sum => sum.Hours),
            Periods = group.Sum(sum => sum.Periods),
            OpenPeriods = group.Sum(sum => sum.OpenPeriods),
        });
}
