using Personio.Models;

namespace Personio.Client;

/// <summary>Combines the sums of persons into sums of departments and teams.</summary>
internal static class AttendanceUnits
{
    /// <summary>Returns the sums by unit, in order of first appearance.</summary>
    /// <param name="sums">The sums, one for each person and any other grouping.</param>
    /// <param name="isByPerson">Whether to keep persons separate as well.</param>
    /// <param name="units">Departments and teams by person id; a person who is missing has neither.</param>
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
