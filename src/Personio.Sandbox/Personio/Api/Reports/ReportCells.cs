using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>
/// The cells of reports. Number, text, and options match observed responses; the other types follow the same pattern. A
/// cell without a value either lacks the member for its type or has null in it.
/// </summary>
internal static class ReportCells
{
    public static ReportLineRow Line(SandboxTenant tenant, PersonRow person, ReportRow report) => new()
    {
        Id = person.Id,
        Cells = [.. report.Columns.Select(column => Cell(tenant, person, column.Name))],
    };

    /// <summary>The attribute, and the value in the member for its type.</summary>
    private static Dictionary<string, object?> Cell(SandboxTenant tenant, PersonRow person, string name)
    {
        var cell = new Dictionary<string, object?> { ["attribute_id"] = name };
        EmploymentRow? job = person.Employments.FirstOrDefault();
        (string? kind, object? value) = name switch
        {
            "last_name" => ("string_value", new CellText(person.LastName)),
            "first_name" => ("string_value", new CellText(person.FirstName)),
            "hire_date" => ("date_value", new CellText(job is null ? null : WireTime.Day(job.Start))),
            "status" => ("options_value", Options(job?.Status, job?.Status)),
            "preferred_name" when person.PreferredName is not null =>
                ("string_value", new CellText(person.PreferredName)),
            "has_picture" => ("boolean_value", new CellFlag(person.HasPicture)),
            "weekly_hours" => ("numeric_value", new CellNumber(job?.WeeklyHours)),
            "workload" => ("percentage_value", new CellNumber(Workload(job))),
            "department" => ("options_value", Department(tenant, job)),
            "employment_period" when job is not null => ("time_range_value", new CellRange(job.Start, job.End)),
            "fixed_salary" when job is not null => ("monetary_value", Salary(tenant, person.Id)),
            _ => ((string?)null, (object?)null),
        };
        if (kind is not null)
        {
            cell[kind] = value;
        }

        return cell;
    }

    private static decimal? Workload(EmploymentRow? job) => job?.FullTimeHours is { } whole and > 0
        ? Math.Round((job.WeeklyHours ?? 0) * 100 / whole, 2)
        : null;

    private static CellOptions Department(SandboxTenant tenant, EmploymentRow? job)
    {
        string? id = job?.OrgUnits.FirstOrDefault(unit => unit.Type == "department")?.Id;
        return Options(id, id is null ? null : tenant.Organization.OrgUnits.Find(id)?.Name);
    }

    private static CellMoney? Salary(SandboxTenant tenant, string personId)
    {
        CompensationRow? salary = tenant.Records.Compensations.OfOwner(personId).FirstOrDefault(
            row => row.Type.Category == CompensationTypeRow.Fixed && row.IsActive(tenant.Today, tenant.Today));
        return salary is null ? null : new CellMoney(salary.Amount.Value, salary.Amount.Currency);
    }

    private static CellOptions Options(string? key, string? value) => new(key is null ? [] : [new(key, value)]);
}
