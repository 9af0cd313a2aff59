namespace Personio.Sandbox.Tenant;

/// <summary>
/// Creates the compensation types and the pay of all persons, with raises, allowances, and one-time payments.
/// </summary>
internal sealed class CompensationBuilder(
    int seed, TenantCalendar calendar, CompanyWords words, CompanyStructure organization)
{
    private readonly Dice _dice = new(seed, "compensations");
    private readonly List<CompensationTypeRow> _types = [];

    public void AddTypes(Table<CompensationTypeRow> types)
    {
        string[] categories =
        [
            CompensationTypeRow.Fixed, CompensationTypeRow.Hourly, CompensationTypeRow.Recurring,
            CompensationTypeRow.Recurring, CompensationTypeRow.OneTime, CompensationTypeRow.OneTime,
        ];
        for (int i = 0; i < categories.Length; i++)
        {
            AddType(types, words.CompensationTypes[i], categories[i]);
        }
    }

    public void AddTo(Table<CompensationRow> compensations, IReadOnlyList<PersonRow> persons)
    {
        if (words.IsHostile)
        {
            AddMixture(compensations, persons);
            return;
        }

        for (int i = 0; i < persons.Count; i++)
        {
            AddPay(compensations, persons[i].Employments[0], i);
        }
    }

    /// <summary>
    /// A salary within the band of the job, with a raise at the turn of the year; students are paid by the hour.
    /// </summary>
    private void AddPay(Table<CompensationRow> compensations, EmploymentRow employment, int index)
    {
        (decimal minimum, decimal maximum) = PayScale.Band(Department(employment), PayScale.LevelOf(employment.Title));
        decimal month = Math.Round((minimum + ((maximum - minimum) * _dice.Next(80) / 100)) / 12 / 10) * 10;
        bool isHourly = employment.Title?.StartsWith("Working", StringComparison.Ordinal) ?? false;
        var turn = new DateOnly(calendar.Today.Year, 1, 1);
        CompensationRow first = Create(
            employment, _types[isHourly ? 1 : 0], isHourly ? 16 + (_dice.Next(8) * 0.5m) : month, employment.Start,
            isHourly ? null : "MONTHLY");
        compensations.Add(first);
        if (!isHourly && employment.End is null && employment.Start < turn.AddMonths(-9))
        {
            first.Until = turn.AddDays(-1);
            decimal raised = Math.Min(Math.Round(month * 1.03m / 10) * 10, Math.Floor(maximum / 12));
            compensations.Add(Create(employment, _types[0], raised, turn, "MONTHLY"));
        }

        if (index % 4 == 1)
        {
            compensations.Add(Create(
                employment, _types[index % 12 == 1 ? 2 : 3], index % 12 == 1 ? 120 : 49, employment.Start, "MONTHLY"));
        }

        if (employment.Start > calendar.Today.AddDays(-300) && index % 3 == 0)
        {
            compensations.Add(Create(employment, _types[4], 1500, employment.Start, null));
        }
        else if (index % 5 == 2)
        {
            compensations.Add(Create(
                employment, _types[5], 500 * (1 + _dice.Next(4)), Within(employment, -_dice.Next(90)), null));
        }
    }

    private int Department(EmploymentRow employment) => Math.Max(
        0,
        organization.Departments.ToList().FindIndex(
            unit => employment.OrgUnits.Exists(one => one.Id == unit.Id)));

    private void AddMixture(Table<CompensationRow> compensations, IReadOnlyList<PersonRow> persons)
    {
        for (int i = 0; i < persons.Count; i++)
        {
            EmploymentRow employment = persons[i].Employments[0];
            AddBase(compensations, employment, i);
            if (i % 3 == 1)
            {
                compensations.Add(Create(
                    employment, _types[2 + (i % 2)], 50 + _dice.Next(200), Within(employment, -200),
                    i % 4 == 1 ? "HALF-YEARLY" : i % 4 == 3 ? "QUARTERLY" : "MONTHLY"));
            }

            if (i % 4 == 2)
            {
                compensations.Add(Create(
                    employment, _types[4 + (i % 8 == 2 ? 0 : 1)], 500 + (50 * _dice.Next(20)),
                    Within(employment, -_dice.Next(90)), null));
            }
        }
    }

    /// <summary>One in five is paid by the hour; one in two got a raise within the last year.</summary>
    private void AddBase(Table<CompensationRow> compensations, EmploymentRow employment, int index)
    {
        bool isHourly = index % 5 == 3;
        CompensationTypeRow type = _types[isHourly ? 1 : 0];
        decimal value = isHourly ? 18 + (_dice.Next(40) * 0.25m) : 3000 + (_dice.Next(60) * 50);
        string? interval = isHourly ? null : index % 10 == 6 ? "YEARLY" : "MONTHLY";
        DateOnly raised = calendar.Today.AddDays(-30 - _dice.Next(300));
        CompensationRow first = Create(
            employment, type, interval == "YEARLY" ? value * 12 : value, employment.Start, interval);
        compensations.Add(first);
        if (index % 2 == 0 && employment.End is null && employment.Start < raised)
        {
            first.Until = raised.AddDays(-1);
            compensations.Add(Create(employment, type, Math.Round(first.Amount.Value * 1.04m, 2), raised, interval));
        }
    }

    private CompensationRow Create(
        EmploymentRow employment, CompensationTypeRow type, decimal value, DateOnly from, string? interval) => new()
    {
        Id = _dice.Uuid(),
        PersonId = employment.Person.Id,
        LegalEntityId = employment.LegalEntityId,
        Type = type,
        Amount = new Money(value, employment.LegalEntityId == "14" ? "USD" : "EUR"),
        Interval = interval,
        From = from,
        Until = employment.End,
        WeeklyHours = employment.WeeklyHours,
        FullTimeHours = employment.FullTimeHours,
    };

    /// <summary>A day relative to today, or the nearest day within the employment.</summary>
    private DateOnly Within(EmploymentRow employment, int days)
    {
        DateOnly day = calendar.Today.AddDays(days);
        return day < employment.Start ? employment.Start : day > employment.End ? employment.End.Value : day;
    }

    private void AddType(Table<CompensationTypeRow> types, string name, string category)
    {
        var type = new CompensationTypeRow { Id = _dice.Uuid(), Name = name, Category = category };
        _types.Add(type);
        types.Add(type);
    }
}
