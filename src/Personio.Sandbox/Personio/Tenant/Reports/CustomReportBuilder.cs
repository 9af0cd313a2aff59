using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Makes the reports of v1, one of each type.</summary>
internal sealed class CustomReportBuilder(int seed, TenantCalendar calendar)
{
    private static readonly CustomReportColumn s_firstName = new("first_name", "First name", "Vorname", "TEXT");
    private static readonly CustomReportColumn s_lastName = new("last_name", "Last name", "Nachname", "TEXT");
    private static readonly CustomReportColumn s_department =
        new("department", "Department, \"unit\"", "Abteilung", "ENTITY");
    private static readonly CustomReportColumn s_costCenter =
        new("cost_center", "Cost center", "Kostenstelle", "COST_CENTER");
    private static readonly CustomReportColumn s_salary = new("fix_salary", "Fixed salary", "Festgehalt", "SALARY");

    private readonly Dice _dice = new(seed, "custom reports");

    public void AddTo(Table<CustomReportRow> reports, PersonRow? author, AbsenceTypeRow absence)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"absence_{absence.Number}");
        DateOnly today = calendar.Today;
        reports.Add(new CustomReportRow
        {
            Id = _dice.Uuid(),
            Name = "Köpfe, \"heute\"",
            Author = author,
            Type = CustomReportRow.PointInTime,
            PeriodType = "today",
            From = today,
            To = today,
            Columns = [s_firstName, s_lastName, s_department, s_costCenter],
            OnlyActive = true,
            CreatedAt = calendar.At(-200),
            RefreshedAt = calendar.At(-1),
        });
        reports.Add(new CustomReportRow
        {
            Id = _dice.Uuid(),
            Name = "Absence overview",
            Author = author,
            Type = CustomReportRow.Timeframe,
            PeriodType = "this_year",
            From = new DateOnly(today.Year, 1, 1),
            To = new DateOnly(today.Year, 12, 31),
            Columns =
            [
                s_lastName, new(id, absence.Name, absence.Name, "ABSENCE_OVERVIEW"),
                new($"{id}:periods", $"{absence.Name}: periods", $"{absence.Name}: Zeiträume", "ABSENCE_PERIOD"),
            ],
            CreatedAt = calendar.At(-150),
            RefreshedAt = calendar.At(-2),
        });
        reports.Add(new CustomReportRow
        {
            Id = _dice.Uuid(),
            Name = "Pay since the beginning",
            Author = author,
            Type = CustomReportRow.HistoricalData,
            Status = "updating",
            PeriodType = "last_year",
            From = new DateOnly(today.Year - 1, 1, 1),
            To = new DateOnly(today.Year - 1, 12, 31),
            Columns = [s_lastName, s_salary],
            CreatedAt = calendar.At(-100),
            RefreshedAt = calendar.At(-3),
        });
    }
}
