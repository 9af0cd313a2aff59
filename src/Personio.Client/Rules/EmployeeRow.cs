using System.Globalization;
using Personio.Models;

namespace Personio.Client;

/// <summary>Creates the flat row of a person and the current employment.</summary>
public static class EmployeeRow
{
    /// <summary>Creates the row of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="employment">The employment; null if there is none, or Personio shows none.</param>
    /// <param name="names">The names that belong to the ids of the employment.</param>
    public static Employee Create(Person person, Employment? employment, EmployeeNames names)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(names);
        LastDay? last = employment is null ? null : LastDay.From(employment);
        return new Employee
        {
            PersonId = person.PersonId,
            DisplayName = person.DisplayName,
            FirstName = person.FirstName,
            LastName = person.LastName,
            PreferredName = person.PreferredName,
            Email = person.Email,
            Status = employment?.Status ?? person.Status,
            Position = employment?.Position,
            Department = names.Department,
            Team = names.Team,
            Workplace = names.Workplace,
            LegalEntity = names.LegalEntity,
            CostCenters = Shares(names.CostCenters, employment),
            SupervisorId = employment?.SupervisorId,
            SupervisorName = names.Supervisor?.DisplayName,
            SupervisorEmail = names.Supervisor?.Email,
            StartDate = employment?.EmploymentStartDate,
            LastDay = last?.Date,
            LastDayReason = last?.Reason,
            ContractEndDate = employment?.ContractEndDate,
            ProbationEndDate = employment?.ProbationEndDate,
            WeeklyHours = employment?.WeeklyWorkingHours,
            EmploymentType = employment?.Type,
        };
    }

    /// <summary>Whether a day lies within an inclusive range that may be open on either side.</summary>
    /// <param name="day">The day; null is never within the range.</param>
    /// <param name="from">The first day; null for no lower bound.</param>
    /// <param name="to">The last day; null for no upper bound.</param>
    public static bool IsWithin(DateTime? day, DateTime? from, DateTime? to) =>
        day is { } one && !(one.Date < from?.Date) && !(one.Date > to?.Date);

    // A share whose name cannot be read is still listed; otherwise the other shares would look like the whole.
    private static string? Shares(IReadOnlyList<string?> names, Employment? employment)
    {
        if (employment is null || !names.Any(name => name is not null))
        {
            return null;
        }

        return string.Join("; ", employment.CostCenters.Zip(names, (share, name) => share.Weight is { } weight
            ? string.Create(CultureInfo.InvariantCulture, $"{name} ({weight:0.############################} %)").Trim()
            : name ?? "?"));
    }
}
