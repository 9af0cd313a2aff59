using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Departments, teams, legal entities, cost centers, and workplaces.</summary>
internal sealed class CompanyStructure
{
    private static readonly (string Name, string Country, string Form, string City)[] s_entities =
    [
        ("Nordwerk GmbH", "DE", "GmbH", "Hamburg"), ("Nordwerk Österreich GmbH", "AT", "GmbH", "Graz"),
        ("Nordwerk, Inc.", "US", "Inc.", "Boston"),
    ];

    public CompanyStructure(TenantCalendar calendar, CompanyWords words)
    {
        AddUnits(calendar, words);
        for (int i = 0; i < s_entities.Length; i++)
        {
            (string name, string country, string form, string city) = s_entities[i];
            LegalEntities.Add(new LegalEntityRow
            {
                Id = Number(12 + i),
                Name = name,
                Country = country,
                LegalForm = form,
                City = city,
                IsMain = i == 0,
                ValidFrom = calendar.Today.AddDays(-3000 + (i * 700)),
            });
        }

        AddNamed(CostCenters, words.CostCenters, 1201);
        AddNamed(Workplaces, words.Workplaces, 311);
    }

    public Table<OrgUnitRow> OrgUnits { get; } = new();

    public Table<LegalEntityRow> LegalEntities { get; } = new();

    public Table<NamedRow> CostCenters { get; } = new();

    public Table<NamedRow> Workplaces { get; } = new();

    public IReadOnlyList<OrgUnitRow> Departments => [.. OrgUnits.Rows.Where(unit => unit.Type == "department")];

    public IReadOnlyList<OrgUnitRow> Teams => [.. OrgUnits.Rows.Where(unit => unit.Type == "team")];

    private void AddUnits(TenantCalendar calendar, CompanyWords words)
    {
        var departments = new List<OrgUnitRow>();
        foreach ((string name, string? abbreviation, int parent) in words.Departments)
        {
            var unit = new OrgUnitRow
            {
                Id = Number(50 + departments.Count),
                Type = "department",
                Name = name,
                Abbreviation = abbreviation,
                Description = abbreviation is null ? null : $"All about {name}",
                Parent = parent < 0 ? null : departments[parent],
                CreatedAt = calendar.At(-900 + departments.Count),
            };
            departments.Add(unit);
            OrgUnits.Add(unit);
        }

        for (int i = 0; i < words.Teams.Count; i++)
        {
            OrgUnits.Add(new OrgUnitRow
            {
                Id = Number(901 + i),
                Type = "team",
                Name = words.Teams[i].Name,
                CreatedAt = calendar.At(-700 + i),
            });
        }
    }

    private static void AddNamed(Table<NamedRow> table, IReadOnlyList<string> names, int firstId)
    {
        for (int i = 0; i < names.Count; i++)
        {
            table.Add(new NamedRow { Id = Number(firstId + i), Name = names[i] });
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
