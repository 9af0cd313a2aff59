using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Departments, teams, legal entities, cost centers and workplaces.</summary>
internal sealed class CompanyStructure
{
    private static readonly (string Name, string? Abbreviation, int Parent)[] s_departments =
    [
        ("Operations", "OPS", -1), ("Finance", "FIN", 0), ("People & Culture", "P&C", 0), ("Vertrieb Süd", null, 0),
        ("Engineering", "ENG", -1), ("Research, \"Blue Sky\"", null, 4), ("Quality", "QM", 4), ("Payroll", null, 1),
    ];

    private static readonly string[] s_teams =
        ["Ledger", "Onboarding", "Außendienst", "Platform", "Sensors", "=Test Bench", "Tariffs", "Night Shift"];

    private static readonly (string Name, string Country, string Form, string City)[] s_entities =
    [
        ("Nordwerk GmbH", "DE", "GmbH", "Hamburg"), ("Nordwerk Österreich GmbH", "AT", "GmbH", "Graz"),
        ("Nordwerk, Inc.", "US", "Inc.", "Boston"),
    ];

    private static readonly string[] s_costCenters =
        ["50101 Accounting", "50102 Treasury", "50200 Sales", "50300 Engineering", "50301 Research", "50900 Überhang"];

    private static readonly string[] s_workplaces = ["Hamburg", "München", "Graz", "Boston, MA", "Remote"];

    public CompanyStructure(TenantCalendar calendar)
    {
        AddUnits(calendar);
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

        AddNamed(CostCenters, s_costCenters, 1201);
        AddNamed(Workplaces, s_workplaces, 311);
    }

    public Table<OrgUnitRow> OrgUnits { get; } = new();

    public Table<LegalEntityRow> LegalEntities { get; } = new();

    public Table<NamedRow> CostCenters { get; } = new();

    public Table<NamedRow> Workplaces { get; } = new();

    public IReadOnlyList<OrgUnitRow> Departments => [.. OrgUnits.Rows.Where(unit => unit.Type == "department")];

    public IReadOnlyList<OrgUnitRow> Teams => [.. OrgUnits.Rows.Where(unit => unit.Type == "team")];

    private void AddUnits(TenantCalendar calendar)
    {
        var departments = new List<OrgUnitRow>();
        foreach ((string name, string? abbreviation, int parent) in s_departments)
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

        for (int i = 0; i < s_teams.Length; i++)
        {
            OrgUnits.Add(new OrgUnitRow
            {
                Id = Number(901 + i),
                Type = "team",
                Name = s_teams[i],
                CreatedAt = calendar.At(-700 + i),
            });
        }
    }

    private static void AddNamed(Table<NamedRow> table, string[] names, int firstId)
    {
        for (int i = 0; i < names.Length; i++)
        {
            table.Add(new NamedRow { Id = Number(firstId + i), Name = names[i] });
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
