using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>The items of custom reports: one for each person, with a cell or several for each column.</summary>
internal static class CustomReportCells
{
    public static void Write(Utf8JsonWriter json, SandboxTenant tenant, PersonRow person, CustomReportRow report)
    {
        bool isHistory = report.Type == CustomReportRow.HistoricalData;
        var cells = new Cells(json, person, isHistory ? report.From : null);
        json.WriteStartObject();
        json.WriteNumber("employee_id", long.Parse(person.Id, CultureInfo.InvariantCulture));
        json.WriteStartArray(isHistory ? "historical_attributes" : "attributes");
        foreach (CustomReportColumn column in report.Columns)
        {
            WriteColumn(cells, tenant, person, report, column);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteColumn(
        Cells cells, SandboxTenant tenant, PersonRow person, CustomReportRow report, CustomReportColumn column)
    {
        EmploymentRow? job = person.Employments.FirstOrDefault();
        switch (column.DataType)
        {
            case "TEXT":
                string? name = column.Id == "first_name" ? person.FirstName : person.LastName;
                cells.Add(column, json => json.WriteString("value", name));
                break;
            case "ENTITY" when job?.OrgUnits.Find(unit => unit.Type == "department").Id is { } id:
                cells.Add(column, json =>
                {
                    json.WriteString("entity_id", id);
                    json.WriteString("value", tenant.Organization.OrgUnits.Find(id)?.Name);
                });
                break;
            case "COST_CENTER" when job is not null:
                cells.Add(column, json => WriteCostCenters(json, tenant, job));
                break;
            case "SALARY":
                foreach (CompensationRow pay in tenant.Compensations.OfOwner(person.Id).Where(
                    row => row.Type.Category == CompensationTypeRow.Fixed && row.IsActive(report.From, report.To)))
                {
                    cells.Add(column, json => WriteSalary(json, pay), pay.From);
                }

                break;
            case "ABSENCE_OVERVIEW":
                cells.Add(
                    column, json => WriteOverview(json, tenant, report, Absences(tenant, person, report, column)));
                break;
            case "ABSENCE_PERIOD":
                foreach (AbsencePeriodRow absence in Absences(tenant, person, report, column))
                {
                    cells.Add(column, json => WritePeriod(json, absence));
                }

                break;
        }
    }

    private static IEnumerable<AbsencePeriodRow> Absences(
        SandboxTenant tenant, PersonRow person, CustomReportRow report, CustomReportColumn column)
    {
        string number = column.Id.Split('_', ':')[1];
        return tenant.AbsencePeriods.OfOwner(person.Id).Where(row =>
            !row.IsRemoved && row.Status == "APPROVED"
            && row.Type.Number.ToString(CultureInfo.InvariantCulture) == number
            && row.From < report.To.ToDateTime(default).AddDays(1) && row.Until > report.From.ToDateTime(default));
    }

    private static void WriteCostCenters(Utf8JsonWriter json, SandboxTenant tenant, EmploymentRow job)
    {
        json.WriteStartArray("cost_centers");
        foreach ((string id, decimal weight) in job.CostCenters)
        {
            json.WriteStartObject();
            json.WriteString("cost_center_id", id);
            json.WriteString("value", tenant.Organization.CostCenters.Find(id)?.Name);
            json.WriteString("weight", string.Create(CultureInfo.InvariantCulture, $"{weight:0.##}%"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSalary(Utf8JsonWriter json, CompensationRow pay)
    {
        json.WriteString("amount", pay.Value.ToString(CultureInfo.InvariantCulture));
        json.WriteString("currency_symbol", pay.Currency == "EUR" ? "€" : pay.Currency);
    }

    private static void WriteOverview(
        Utf8JsonWriter json, SandboxTenant tenant, CustomReportRow report, IEnumerable<AbsencePeriodRow> absences)
    {
        (string from, string to) = (JsonText.Day(report.From), JsonText.Day(report.To));
        List<BreakdownRow> days =
        [
            .. absences.SelectMany(row => BreakdownRow.Of(row, tenant.Today))
                .Where(day => string.CompareOrdinal(day.Id, from) >= 0 && string.CompareOrdinal(day.Id, to) <= 0),
        ];
        json.WriteString("start_date", from);
        json.WriteString("end_date", to);
        json.WriteString("duration_days", Sum(days.Where(day => !day.IsHourly)));
        json.WriteString("duration_hours", Sum(days.Where(day => day.IsHourly)));
    }

    private static string Sum(IEnumerable<BreakdownRow> days)
        => days.Sum(day => day.Value).ToString(CultureInfo.InvariantCulture);

    private static void WritePeriod(Utf8JsonWriter json, AbsencePeriodRow absence)
    {
        bool isOpen = absence.End is null;
        json.OptionalDay("start_date", DateOnly.FromDateTime(absence.From));
        json.OptionalDay("end_date", isOpen ? null : DateOnly.FromDateTime(absence.Until.AddTicks(-1)));
        json.WriteBoolean("half_day_at_start", absence.Start.Half == Boundary.SecondHalf);
        json.WriteBoolean("half_day_at_end", absence.End?.Half == Boundary.FirstHalf);
    }

    /// <summary>The cells of one person; in a history each has a day from which it holds.</summary>
    private sealed class Cells(Utf8JsonWriter json, PersonRow person, DateOnly? since)
    {
        public void Add(CustomReportColumn column, Action<Utf8JsonWriter> value, DateOnly? effective = null)
        {
            json.WriteStartObject();
            json.WriteString("attribute_id", column.Id);
            json.WriteString("data_type", column.DataType);
            json.WriteNumber("employee_id", long.Parse(person.Id, CultureInfo.InvariantCulture));
            if (since is not null)
            {
                json.OptionalDay("effective_date", effective ?? since);
            }

            value(json);
            json.WriteEndObject();
        }
    }
}
