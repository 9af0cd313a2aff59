namespace Personio.Sandbox.Tenant;

/// <summary>Makes the kinds of pay and what everybody gets, with raises, allowances and one-time payments.</summary>
internal sealed class CompensationBuilder(int seed, TenantCalendar calendar)
{
    private readonly Dice _dice = new(seed, "compensations");
    private readonly List<CompensationTypeRow> _types = [];

    public void AddTypes(Table<CompensationTypeRow> types)
    {
        AddType(types, "Base salary", CompensationTypeRow.Fixed);
        AddType(types, "Hourly salary", CompensationTypeRow.Hourly);
        AddType(types, "Shift allowance", CompensationTypeRow.Recurring);
        AddType(types, "Fahrtkosten, \"monthly\"", CompensationTypeRow.Recurring);
        AddType(types, "Welcome bonus", CompensationTypeRow.OneTime);
        AddType(types, "=Prämie", CompensationTypeRow.OneTime);
    }

    public void AddTo(Table<CompensationRow> compensations, IReadOnlyList<PersonRow> persons)
    {
        for (int i = 0; i < persons.Count; i++)
        {
            EmploymentRow employment = persons[i].Employments[0];
            AddBase(compensations, employment, i);
            if (i % 3 == 1)
            {
                compensations.Add(Make(
                    employment, _types[2 + (i % 2)], 50 + _dice.Next(200), Within(employment, -200),
                    i % 4 == 1 ? "HALF-YEARLY" : i % 4 == 3 ? "QUARTERLY" : "MONTHLY"));
            }

            if (i % 4 == 2)
            {
                compensations.Add(Make(
                    employment, _types[4 + (i % 8 == 2 ? 0 : 1)], 500 + (50 * _dice.Next(20)),
                    Within(employment, -_dice.Next(90)), null));
            }
        }
    }

    /// <summary>One in five is paid by the hour; one in two had a raise within the last year.</summary>
    private void AddBase(Table<CompensationRow> compensations, EmploymentRow employment, int index)
    {
        bool isHourly = index % 5 == 3;
        CompensationTypeRow type = _types[isHourly ? 1 : 0];
        decimal value = isHourly ? 18 + (_dice.Next(40) * 0.25m) : 3000 + (_dice.Next(60) * 50);
        string? interval = isHourly ? null : index % 10 == 6 ? "YEARLY" : "MONTHLY";
        DateOnly raised = calendar.Today.AddDays(-30 - _dice.Next(300));
        CompensationRow first = Make(
            employment, type, interval == "YEARLY" ? value * 12 : value, employment.Start, interval);
        compensations.Add(first);
        if (index % 2 == 0 && employment.End is null && employment.Start < raised)
        {
            first.Until = raised.AddDays(-1);
            compensations.Add(Make(employment, type, Math.Round(first.Value * 1.04m, 2), raised, interval));
        }
    }

    private CompensationRow Make(
        EmploymentRow employment, CompensationTypeRow type, decimal value, DateOnly from, string? interval) => new()
    {
        Id = _dice.Uuid(),
        PersonId = employment.Person.Id,
        LegalEntityId = employment.LegalEntityId,
        Type = type,
        Value = value,
        Currency = employment.LegalEntityId == "14" ? "USD" : "EUR",
        Interval = interval,
        From = from,
        Until = employment.End,
        WeeklyHours = employment.WeeklyHours,
        FullTimeHours = employment.FullTimeHours,
    };

    /// <summary>A day counted from today, or the nearest one of the employment.</summary>
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
