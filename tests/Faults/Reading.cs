using System.Globalization;
using Personio.Client;
using Personio.Models;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>One way to read, and the expected ids in the tenant.</summary>
internal sealed record Reading(string Name, Func<PersonioClient, Task<IReadOnlyList<string?>>> Read, string[] Expected)
{
    /// <summary>Any of the ways to read persons, absences, attendance and employments.</summary>
    public static Reading Any(Random dice, SandboxTenant tenant) => dice.Next(7) switch
    {
        0 => new(
            "persons", client => IdsAsync(client.ListAsync<Person>(Endpoints.ListPersons.For()), row => row.PersonId),
            [.. tenant.PersonIds]),
        1 => SomePersons(dice, tenant),
        2 => Employments(dice, tenant),
        3 => new("absences", client => IdsAsync(
            client.ListAsync<AbsencePeriod>(Endpoints.ListAbsencePeriods.For()), row => row.AbsencePeriodId),
            [.. tenant.AbsencePeriodIds]),
        4 => new("absences in windows", client => IdsAsync(client.ListDaysAsync(Absences(tenant)),
            row => row.AbsencePeriodId), [.. tenant.AbsencePeriodIds]),
        5 => new("attendance", client => IdsAsync(
            client.ListAsync<AttendancePeriod>(Endpoints.ListAttendancePeriods.For()), row => row.AttendancePeriodId),
            [.. tenant.AttendancePeriodIds]),
        _ => AttendanceInWindows(dice, tenant),
    };

    private static Reading SomePersons(Random dice, SandboxTenant tenant)
    {
        string[] ids = [.. tenant.PersonIds.Where(_ => dice.Next(3) == 0)];
        return new("persons by id", async client =>
            [
                .. (await client.GetManyAsync<Person>(Endpoints.ListPersons, ids))
                    .Rows.Values.Select(row => row.PersonId)
            ],
            ids);
    }

    private static Reading Employments(Random dice, SandboxTenant tenant)
    {
        string person = tenant.PersonIds[dice.Next(tenant.PersonIds.Count)];
        string[] expected = [.. tenant.People.Persons.Find(person)!.Employments.Select(row => row.Id)];
        return new("employments", client => IdsAsync(
            client.ListAsync<Employment>(Endpoints.ListEmployments.For(person)), row => row.EmploymentId), expected);
    }

    // From long before the first day without an end, as Get-PersonioAbsencePeriod requests them.
    private static WindowedQuery<AbsencePeriod> Absences(SandboxTenant tenant) => AbsenceWindows.Create(
        tenant.Today.AddDays(-1100).ToDateTime(default), null, days => Endpoints.ListAbsencePeriods.For()
            .With(
                days.IsFirst ? "ends_at.date_time.gte" : "starts_from.date_time.gte",
                Text(days.First.AddDays(-1), "yyyy-MM-ddTHH:mm:ssZ"))
            .With("starts_from.date_time.lte", Text(days.Last?.AddDays(1), "yyyy-MM-ddT12:00:00Z")));

    private static Reading AttendanceInWindows(Random dice, SandboxTenant tenant)
    {
        DateOnly from = tenant.Today.AddDays(-dice.Next(3, 14));
        DateOnly to = from.AddDays(dice.Next(3, 14));
        string[] expected = [.. tenant.Attendance.Periods.Live
            .Where(row => row.AttributionDate >= from && row.AttributionDate <= to)
            .Select(row => row.Id)];
        var query = new WindowedQuery<AttendancePeriod>
        {
            From = from.ToDateTime(default),
            To = to.ToDateTime(default),
            Request = days => Endpoints.ListAttendancePeriods.For()
                .With("attribution_date.gte", Text(days.First, "yyyy-MM-dd"))
                .With("attribution_date.lte", Text(days.Last, "yyyy-MM-dd")),
            DayOf = row => row.AttributionDate,
            WindowRows = 200,
        };
        return new("attendance in windows", client => IdsAsync(
            client.ListDaysAsync(query), row => row.AttendancePeriodId), expected);
    }

    private static string? Text(DateTime? moment, string format) =>
        moment?.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string?>> IdsAsync<T>(IAsyncEnumerable<T> rows, Func<T, string?> id)
    {
        var ids = new List<string?>();
        await foreach (T row in rows)
        {
            ids.Add(id(row));
        }

        return ids;
    }
}
