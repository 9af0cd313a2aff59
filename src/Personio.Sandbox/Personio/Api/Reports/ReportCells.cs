using System.Text.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>
/// The cells of reports. Number, text and options look as they were seen; the other kinds follow the same pattern.
/// A cell without a value has none of the members, or the right one with null.
/// </summary>
internal static class ReportCells
{
    public static ReportLineRow Line(SandboxTenant tenant, PersonRow person, ReportRow report) => new()
    {
        Id = person.Id,
        Cells = [.. report.Columns.Select(column => Cell(tenant, person, column.Name))],
    };

    private static Action<Utf8JsonWriter> Cell(SandboxTenant tenant, PersonRow person, string name) => json =>
    {
        json.WriteString("attribute_id", name);
        EmploymentRow? job = person.Employments.FirstOrDefault();
        switch (name)
        {
            case "last_name":
                Text(json, "string_value", "value", person.LastName);
                break;
            case "first_name":
                Text(json, "string_value", "value", person.FirstName);
                break;
            case "hire_date":
                Text(json, "date_value", "value", job is null ? null : JsonText.Day(job.Start));
                break;
            case "status":
                Options(json, job?.Status, job?.Status);
                break;
            case "preferred_name" when person.PreferredName is not null:
                Text(json, "string_value", "value", person.PreferredName);
                break;
            case "has_picture":
                json.WriteStartObject("boolean_value");
                json.WriteBoolean("value", person.HasPicture);
                json.WriteEndObject();
                break;
            default:
                WriteEmployment(json, tenant, name, job);
                break;
        }
    };

    private static void WriteEmployment(
        Utf8JsonWriter json, SandboxTenant tenant, string name, EmploymentRow? job)
    {
        switch (name)
        {
            case "weekly_hours":
                Number(json, "numeric_value", job?.WeeklyHours);
                break;
            case "workload":
                Number(json, "percentage_value", job?.FullTimeHours is > 0
                    ? Math.Round((job.WeeklyHours ?? 0) * 100 / job.FullTimeHours.Value, 2)
                    : null);
                break;
            case "department":
                string? id = job?.OrgUnits.FirstOrDefault(unit => unit.Type == "department").Id;
                Options(json, id, id is null ? null : tenant.Organization.OrgUnits.Find(id)?.Name);
                break;
            case "employment_period" when job is not null:
                json.WriteStartObject("time_range_value");
                json.OptionalDay("from", job.Start);
                json.OptionalDay("to", job.End);
                json.WriteEndObject();
                break;
            case "fixed_salary" when job is not null:
                WriteSalary(json, tenant, job.Person.Id);
                break;
        }
    }

    private static void WriteSalary(Utf8JsonWriter json, SandboxTenant tenant, string personId)
    {
        CompensationRow? salary = tenant.Compensations.OfOwner(personId).FirstOrDefault(
            row => row.Type.Category == CompensationTypeRow.Fixed && row.IsActive(tenant.Today, tenant.Today));
        if (salary is null)
        {
            json.WriteNull("monetary_value");
            return;
        }

        json.WriteStartObject("monetary_value");
        json.WriteNumber("amount", salary.Value);
        json.WriteString("currency", salary.Currency);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string kind, string member, string? value)
    {
        json.WriteStartObject(kind);
        json.WriteString(member, value);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string kind, decimal? value)
    {
        json.WriteStartObject(kind);
        json.OptionalNumber("number", value);
        json.WriteEndObject();
    }

    private static void Options(Utf8JsonWriter json, string? key, string? value)
    {
        json.WriteStartObject("options_value");
        json.WriteStartArray("options");
        if (key is not null)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
