using System.Globalization;
using BenchmarkDotNet.Attributes;
using Personio.Lifecycle;

namespace Personio.Benchmarks.Inner;

/// <summary>A plan of persons against accounts: most match, some leave, move, join or need a link.</summary>
[MemoryDiagnoser]
public class Planning
{
    private static readonly DateOnly s_today = new(2026, 11, 26);
    private ComparisonInput _input = null!;
    private ComparisonOptions _options = null!;

    [Params(1_000, 10_000)]
    public int Persons { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        PersonRow[] persons = [.. Enumerable.Range(0, Persons).Select(Person)];
        AccountRow[] accounts = [.. persons.Where((_, i) => i % 40 != 3).Select(Account)];
        _input = new ComparisonInput { Persons = persons, Accounts = accounts, Moment = PlanMoment.From(new Clock()) };
        _options = new ComparisonOptions { EmailDomains = ["example.org"], Protect = ["svc-*"] };
    }

    [Benchmark]
    public int Rows() => DirectoryComparison.Compare(_input, _options).Rows.Count;

    private static PersonRow Person(int i)
    {
        string id = i.ToString(CultureInfo.InvariantCulture);
        return new PersonRow
        {
            PersonId = id,
            FirstName = $"Jürgen{i % 700}",
            LastName = $"Müller{i % 900}",
            Email = $"person{i}@example.org",
            Status = "ACTIVE",
            EmploymentType = "INTERNAL",
            StartDate = new DateOnly(2020, 1, 1),
            LastDay = i % 40 == 1 ? s_today.AddDays(-1) : null,
            SupervisorId = (i / 10).ToString(CultureInfo.InvariantCulture),
            Properties = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Position"] = $"Position {i % 50}", ["DepartmentName"] = $"Department {i % 30}",
            },
        };
    }

    private static AccountRow Account(PersonRow person, int i) => new()
    {
        AccountId = Guid.NewGuid().ToString(),
        Key = i % 40 == 5 ? null : person.PersonId,
        UserName = $"user{person.PersonId}",
        Email = person.Email,
        DisplayName = person.Name,
        Enabled = true,
        Attributes = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["externalId"] = person.PersonId, ["email"] = person.Email, ["name.given"] = person.FirstName,
            ["name.family"] = person.LastName, ["title"] = i % 10 == 0 ? "Old" : person.Get("Position"),
            ["type"] = "Employee", ["department"] = person.Get("DepartmentName"),
        },
    };

    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);
    }
}
