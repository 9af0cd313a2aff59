using System.Globalization;

namespace Personio.Lifecycle.Tests.Support;

/// <summary>A company of persons with matching accounts, and those that a test adds.</summary>
public sealed class Company
{
    public const string Domain = "example.org";

    public static readonly DateOnly Today = new(2026, 11, 26);

    private readonly List<LogEntry> _log = [];

    /// <summary>A company whose accounts all match.</summary>
    public Company(int staff = 60)
    {
        for (int i = 0; i < staff; i++)
        {
            PersonRow person = Person(
                (1000 + i).ToString(CultureInfo.InvariantCulture), $"First{i}", $"Last{i}",
                    startDate: new DateOnly(2020, 1, 1));
            Persons.Add(person);
            Accounts.Add(AccountOf(person));
        }
    }

    public List<PersonRow> Persons { get; } = [];

    public List<AccountRow> Accounts { get; } = [];

    public ComparisonOptions Options { get; set; } = new() { EmailDomains = [Domain] };

    public DateTimeOffset Now { get; set; } = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    public LogMemory? Memory => _log.Count == 0 ? null : new LogMemory(_log);

    public static PersonRow Person(
        string id = "20417",
        string? first = "Ilka",
        string? last = "Broemse",
        string? status = "ACTIVE",
        DateOnly? startDate = null,
        DateOnly? lastDay = null,
        string? email = "",
        string? position = "Planner")
    {
        var row = new PersonRow
        {
            PersonId = id,
            FirstName = first,
            LastName = last,
            Status = status,
            StartDate = startDate ?? new DateOnly(2024, 2, 1),
            LastDay = lastDay,
            Email = email is "" ? $"{first}.{last}@{Domain}".ToLowerInvariant() : email,
            EmploymentType = "INTERNAL",
        };
        return row with
        {
            Properties = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Position"] = position },
        };
    }

    /// <summary>The matching account of a person.</summary>
    public static AccountRow AccountOf(PersonRow person, bool enabled = true, string? key = "") => new()
    {
        AccountId = $"acc-{person.PersonId}",
        Key = key is "" ? person.PersonId : key,
        UserName = $"{person.FirstName}.{person.LastName}".ToLowerInvariant(),
        Email = person.Email,
        DisplayName = person.Name,
        Enabled = enabled,
        Attributes = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["externalId"] = key is "" ? person.PersonId : key,
            ["email"] = person.Email,
            ["name.given"] = person.FirstName,
            ["name.family"] = person.LastName,
            ["title"] = person.Get("Position"),
            ["type"] = "Employee",
        },
    };

    /// <summary>The account with other values of attributes.</summary>
    public static AccountRow With(AccountRow account, params (string Name, object? Value)[] values)
    {
        var attributes = new Dictionary<string, object?>(account.Attributes, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object? value) in values)
        {
            attributes[name] = value;
        }

        return account with { Attributes = attributes, Email = attributes.GetValueOrDefault("email") as string
            ?? account.Email };
    }

    public Company Add(PersonRow person, AccountRow? account = null)
    {
        Persons.Add(person);
        if (account is not null)
        {
            Accounts.Add(account);
        }

        return this;
    }

    /// <summary>Adds a person with a matching account.</summary>
    public Company AddLinked(PersonRow person, bool enabled = true) => Add(person, AccountOf(person, enabled));

    public Company Set(Func<ComparisonOptions, ComparisonOptions> change)
    {
        Options = change(Options);
        return this;
    }

    public Company Logged(params LogEntry[] entries)
    {
        _log.AddRange(entries);
        return this;
    }

    /// <summary>A line of the log: a write that was done.</summary>
    public static LogEntry Done(PlanAction action, string accountId, string personId = "20417", string? finding = null,
        string? changes = null) =>
        new()
        {
            Event = LogEvent.After, PlanId = "p0", Action = action, AccountId = accountId, PersonId = personId,
                Finding = finding,
            Changes = changes, Result = RowStatus.Done,
        };

    public ComparisonInput Input() => new()
    {
        Persons = Persons,
        Accounts = Accounts,
        Moment = PlanMoment.From(new ManualClock(Now)),
        Memory = Memory,
        PlanId = "plan-1",
    };

    public Personio.Lifecycle.Plan Plan() => DirectoryComparison.Compare(Input(), Options);

    /// <summary>The rows about one person or account.</summary>
    public PlanRow[] RowsOf(string id) =>
        [.. Plan().Rows.Where(row => row.PersonId == id || row.AccountId == id || row.AccountId == $"acc-{id}")];

    /// <summary>The actions for one person, in order; a finding is represented by its name.</summary>
    public string Says(string id = "20417") => string.Join(
        ", ", RowsOf(id).Select(row => row.Action == PlanAction.None
            ? $"{row.Kind}{(row.Finding is null ? "" : $" {row.Finding}")}" : $"{row.Kind} {row.Action}"));
}
