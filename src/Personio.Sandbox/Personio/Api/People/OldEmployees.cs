using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Persons as v1 has them: employees with an object for each attribute. Read only.</summary>
internal static class OldEmployees
{
    public static Route[] Routes { get; } =
    [
        Route.Get("/v1/company/employees", Scopes.PersonsRead, List),
        Route.Get("/v1/company/employees/{id}", Scopes.PersonsRead, Get),
    ];

    /// <summary>An employee with the attributes that stand inside other objects of v1.</summary>
    public static void WriteShort(Utf8JsonWriter json, PersonRow person)
    {
        json.WriteStartObject();
        json.WriteString("type", "Employee");
        json.WriteStartObject("attributes");
        WriteName(json, person);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Answer List(ApiCall call)
    {
        OldPage page = OldPage.Read(call, 50, 100, "email", "attributes[]", "updated_since");
        string? email = page.Text("email");
        DateOnly? since = page.Day("updated_since");
        PersonRow[] rows =
        [
            .. call.Tenant.Persons.Live.Where(person =>
                (email is null || string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase))
                && (since is null || DateOnly.FromDateTime(person.UpdatedAt.UtcDateTime) >= since)),
        ];
        return page.Answer(rows, (json, person) => Write(json, person, call.Tenant, page.Set("attributes[]")));
    }

    private static Answer Get(ApiCall call)
    {
        call.QueryOf();
        PersonRow person = call.Find(call.Tenant.Persons);
        return OldPage.One(json => Write(json, person, call.Tenant, null));
    }

    private static void Write(Utf8JsonWriter json, PersonRow person, SandboxTenant tenant, HashSet<string>? wanted)
    {
        json.WriteStartObject();
        json.WriteString("type", "Employee");
        json.WriteStartObject("attributes");
        WriteName(json, person);
        foreach ((string key, string label, string type, string? value) in Attributes(person, tenant))
        {
            if (wanted?.Contains(key) ?? true)
            {
                WriteAttribute(json, key, label, type, value);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, PersonRow person)
    {
        json.WriteStartObject("id");
        json.WriteString("label", "ID");
        json.WriteNumber("value", long.Parse(person.Id, CultureInfo.InvariantCulture));
        json.WriteString("type", "integer");
        json.WriteString("universal_id", "id");
        json.WriteEndObject();
        WriteAttribute(json, "first_name", "First name", "standard", person.FirstName);
        WriteAttribute(json, "last_name", "Last name", "standard", person.LastName);
        WriteAttribute(json, "email", "Email", "standard", person.Email);
    }

    private static IEnumerable<(string Key, string Label, string Type, string? Value)> Attributes(
        PersonRow person, SandboxTenant tenant)
    {
        EmploymentRow? job = person.Employments.FirstOrDefault();
        yield return ("preferred_name", "Name (preferred)", "standard", person.PreferredName);
        yield return ("status", "Status", "standard", job?.Status.ToLowerInvariant());
        yield return ("position", "Position", "standard", job?.Title);
        yield return ("hire_date", "Hire date", "date", Midnight(job?.Start));
        yield return ("contract_end_date", "Contract ends", "date", Midnight(job?.ContractEnd));
        yield return ("termination_date", "Termination date", "date", Midnight(job?.Termination?.Date));
        yield return ("last_working_day", "Last day of work", "date", Midnight(job?.Termination?.LastWorkingDate));
        yield return (
            "department", "Department", "standard",
            job?.OrgUnits.Where(unit => unit.Type == "department")
                .Select(unit => tenant.Organization.OrgUnits.Find(unit.Id)?.Name).FirstOrDefault());
        yield return (
            "office", "Office", "standard",
            job?.WorkplaceId is { } office ? tenant.Organization.Workplaces.Find(office)?.Name : null);
        yield return (
            "weekly_working_hours", "Weekly hours", "standard",
            job?.WeeklyHours?.ToString(CultureInfo.InvariantCulture));
        yield return ("created_at", "Created at", "date", JsonText.Instant(person.CreatedAt));
        yield return ("last_modified_at", "Last modified", "date", JsonText.Instant(person.UpdatedAt));
    }

    // Days are midnights with a zone that says nothing.
    private static string? Midnight(DateOnly? day)
        => day?.ToString("yyyy-MM-dd'T00:00:00+0100'", CultureInfo.InvariantCulture);

    private static void WriteAttribute(Utf8JsonWriter json, string key, string label, string type, string? value)
    {
        json.WriteStartObject(key);
        json.WriteString("label", label);
        json.WriteString("value", value);
        json.WriteString("type", type);
        json.WriteString("universal_id", key);
        json.WriteEndObject();
    }
}
