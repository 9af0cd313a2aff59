using System.Globalization;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Worlds;

/// <summary>
/// A random company and directory, and what happens to them day by day. It tracks the truth independently of
/// the rules: who is employed, whose account is whose, and which accounts are protected.
/// </summary>
internal sealed class RandomWorld
{
    private static readonly string[] s_first = ["Jan", "Anna", "Łukasz", "Işıl", "王", "Zoë", "Ilka", "Hans-Peter"];
    private static readonly string[] s_last = ["Maier", "Brömse", "O'Neil", "von der Heide", "Weiß", "Nguyễn"];

    private readonly Random _dice;
    private readonly Dictionary<string, PersonRow> _persons = new(StringComparer.Ordinal);
    private readonly HashSet<string> _protected = new(StringComparer.Ordinal);
    private readonly List<LogEntry> _log = [];
    private int _nextPerson = 100;

    public RandomWorld(int seed)
    {
        _dice = new Random(seed);
        Clock = new ManualClock(new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero));
        List<AccountRow> accounts = [];
        for (int i = _dice.Next(8, 20); i > 0; i--)
        {
            PersonRow person = Hire();
            double chance = _dice.NextDouble();
            if (chance < 0.8)
            {
                bool isLinked = chance < 0.65;
                AccountRow account = Company.AccountOf(person, _dice.NextDouble() < 0.85, isLinked ? ""
                    : null) with { UserName = $"u{person.PersonId}" };
                accounts.Add(Company.With(account, ("title", Chance(0.7) ? "Planner" : "Old"),
                    ("username", $"u{person.PersonId}")));
            }
        }

        for (int i = 0; i < 3; i++)
        {
            accounts.Add(new AccountRow { AccountId = $"svc{i}", UserName = Chance(0.5) ? "jan.maier" : $"svc{i}",
                Enabled = true });
        }

        foreach (AccountRow account in accounts.Where(_ => Chance(0.1)))
        {
            _protected.Add(account.AccountId!);
        }

        Directory = new MemoryDirectory(accounts) { IsSilent = Chance(0.2), CreatesEnabled = Chance(0.2) };
        Directory.BeforeWrite = Before;
        Directory.AfterWrite = (_, _) => Fault();
    }

    public ManualClock Clock { get; }

    public MemoryDirectory Directory { get; }

    /// <summary>How often a write fails.</summary>
    public double Trouble { get; set; } = 0.2;

    /// <summary>Violations: events that must never happen.</summary>
    public List<string> Violations { get; } = [];

    private DateOnly Today => DateOnly.FromDateTime(Clock.Now.DateTime);

    private LogMemory Memory => new(_log);

    /// <summary>A day passes: people join, change, leave and return, and someone changes accounts manually.</summary>
    public void NextDay()
    {
        Clock.Now = Clock.Now.AddDays(_dice.Next(1, 4));
        foreach (string id in _persons.Keys.Where(_ => Chance(0.08)).ToArray())
        {
            PersonRow person = _persons[id];
            _persons[id] = _dice.Next(6) switch
            {
                0 => person with { LastDay = Today.AddDays(_dice.Next(-2, 3)) },
                1 => person with { Status = "INACTIVE", LastDay = Today.AddDays(-_dice.Next(1, 5)) },
                2 => person with { Status = "ACTIVE", LastDay = null },
                3 => person with { LastName = s_last[_dice.Next(s_last.Length)] },
                4 => person with { Email = $"renamed{id}@example.org" },
                _ => person with { Status = "LEAVE" },
            };
        }

        if (Chance(0.3))
        {
            Hire(Today.AddDays(_dice.Next(-2, 9)));
        }

        PersonRow[] gone = [.. _persons.Values.Where(person => person.Status == "INACTIVE"
            && person.Email is not null)];
        if (gone.Length > 0 && Chance(0.2))
        {
            // Returns with a new id and the old address, a conversion that tends to create second accounts.
            PersonRow old = gone[_dice.Next(gone.Length)];
            Hire(Today, old.Email);
        }

        foreach (AccountRow account in Directory.All.Where(account => !_protected.Contains(account.AccountId!)
            && Chance(0.03)))
        {
            Directory[account.AccountId!] = Chance(0.5)
                ? Company.With(account, ("title", "By hand"))
                : account with { Enabled = account.Enabled != true };
        }
    }

    /// <summary>Compares, and returns the plan with the approvals of a careful reviewer.</summary>
    public Personio.Lifecycle.Plan Compare()
    {
        Personio.Lifecycle.Plan plan = DirectoryComparison.Compare(
            new ComparisonInput
            {
                Persons = [.. _persons.Values.OrderBy(_ => _dice.Next())],
                Accounts = [.. Directory.All.OrderBy(_ => _dice.Next())],
                Moment = PlanMoment.From(Clock),
                Memory = Memory,
                PlanId = $"plan-{_log.Count}-{_dice.Next()}",
            },
            new ComparisonOptions
            {
                EmailDomains = [Company.Domain],
                Protect = [.. _protected],
                Limits = new PlanLimits
                {
                    MaxDisable = Limit.FromCount(1000), MaxCreate = Limit.FromCount(1000),
                        MaxIdentityUpdate = Limit.FromCount(1000),
                    MaxUpdate = Limit.FromCount(1000), MaxEnable = Limit.FromCount(1000),
                },
            });
        foreach (PlanRow row in plan.Rows.Where(row =>
            row.Note?.StartsWith("Suggestion", StringComparison.Ordinal) != true))
        {
            row.Approved = "yes";
        }

        return plan;
    }

    /// <summary>Applies a plan, and occasionally crashes in between.</summary>
    public RunSummary? Apply(Personio.Lifecycle.Plan plan)
    {
        using var written = new StringWriter();
        try
        {
            var options = new ApplyOptions { Wait = (_, _) => Task.CompletedTask, Protect = [.. _protected] };
            var log = new PlanLogWriter(written, Clock);
            return PlanRun.Start(plan.Rows, Directory, Clock, options, Memory,
                log).ApplyAllAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (KilledException)
        {
            return null;
        }
        finally
        {
            List<string> lines = [.. written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
            if (_isKilled && lines.Count > 0)
            {
                // The line after the last write never reached the disk, or only half of it.
                string last = lines[^1];
                if (last.Contains("\"event\":\"After\"", StringComparison.Ordinal))
                {
                    lines.RemoveAt(lines.Count - 1);
                    lines.Add(last[..(last.Length / 2)]);
                }
            }

            _isKilled = false;
            _log.AddRange(PlanLogReader.Read(lines));
        }
    }

    private bool _isKilled;

    private bool Chance(double share) => _dice.NextDouble() < share;

    private PersonRow Hire(DateOnly? start = null, string? email = "")
    {
        string id = (_nextPerson++).ToString(CultureInfo.InvariantCulture);
        double chance = _dice.NextDouble();
        PersonRow person = Company.Person(
            id, s_first[_dice.Next(s_first.Length)], s_last[_dice.Next(s_last.Length)],
            start is null && chance < 0.1 ? "INACTIVE" : chance < 0.15 ? "LEAVE" : "ACTIVE",
            start ?? new DateOnly(2020, 1, 1).AddDays(_dice.Next(300)),
            start is null && chance < 0.1 ? Today.AddDays(-_dice.Next(1, 400)) : null,
            email is "" ? $"p{id}@example.org" : email);
        return _persons[id] = person;
    }

    private void Before(string call, PlanRow row)
    {
        Judge(call, row);
        Fault();
    }

    private void Judge(string call, PlanRow row)
    {
        AccountRow? account = call == "Create" ? null : Directory[row.AccountId!];
        PersonRow? person = account?.Key is null ? null : _persons.GetValueOrDefault(account.Key);
        if (account is not null && _protected.Contains(account.AccountId!))
        {
            Violations.Add($"{call} of protected {account.AccountId}");
        }

        if (call == "Disable" && person is not null && person.Status is "ACTIVE" or "LEAVE"
            && person!.StartDate <= Today && !(person.LastDay < Today))
        {
            Violations.Add($"{account!.AccountId} of active {person.PersonId} was disabled: {row.Reason}");
        }

        if (call == "Create" && Directory.All.Any(other => other.Key == row.PersonId
            || string.Equals(other.Email, row.Email, StringComparison.OrdinalIgnoreCase)))
        {
            Violations.Add($"a second account for {row.PersonId}: {row.Reason}");
        }

        if (call == "Update" && row.GetChanges()
            .Any(change => change.Name is "username" or "enabled" or "population.id"))
        {
            Violations.Add($"{account!.AccountId} was renamed: {row.Changes}");
        }
    }

    private void Fault()
    {
        if (!Chance(Trouble))
        {
            return;
        }

        switch (_dice.Next(4))
        {
            case 0 or 1:
                _isKilled = true;
                throw new KilledException();
            case 2:
                throw new DirectoryException(DirectoryFault.OutcomeUnknown, "503");
            default:
                throw new DirectoryException(DirectoryFault.OutcomeUnknown, "The answer ended early.");
        }
    }
}
