using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Creating, changing, and deleting persons. Everything is checked before anything is changed.</summary>
internal static class PersonWrites
{
    private static readonly string[] s_known =
        ["email", "first_name", "last_name", "preferred_name", "gender", "language_code", "custom_attributes"];

    private static readonly string[] s_languages = ["en", "de", "es", "fr", "nl", "it", "sv", "fi"];

    public static HttpResponse Create(ApiCall call)
    {
        call.QueryOf();
        JsonElement body = JsonBody.Read(call, [.. s_known, "employments"]);
        _ = (body.RequiredText("first_name"), body.RequiredText("last_name"));
        DateTimeOffset now = call.Tenant.Calendar.Now;
        var person = new PersonRow { Id = call.Tenant.People.NextId(), CreatedAt = now, UpdatedAt = now };
        Changes changes = Read(call, body, person);
        AddEmployment(call, changes, person);
        changes.Apply();
        call.Tenant.People.Persons.Add(person);
        return call.Created(person.Id);
    }

    public static HttpResponse Change(ApiCall call)
    {
        call.QueryOf();
        PersonRow person = call.Find(call.Tenant.People.Persons);
        Read(call, JsonBody.Read(call, s_known), person).Apply();
        person.UpdatedAt = call.Tenant.Calendar.Now;
        person.Touch();
        return call.Done(person.Id);
    }

    public static HttpResponse Remove(ApiCall call)
    {
        call.QueryOf();
        PersonRow person = call.Find(call.Tenant.People.Persons);
        Forget(call.Tenant, person);
        return call.Done(person.Id);
    }

    /// <summary>Removes a person and the rows that the person owns.</summary>
    private static void Forget(SandboxTenant tenant, PersonRow person)
    {
        person.Remove();
        IEnumerable<Row> owned =
        [
            .. tenant.Absences.Periods.OfOwner(person.Id), .. tenant.Attendance.Periods.OfOwner(person.Id),
            .. tenant.Records.Compensations.OfOwner(person.Id), .. tenant.Records.Documents.OfOwner(person.Id),
            .. tenant.Projects.Rows.SelectMany(project => project.Members).Where(member => member.Id == person.Id),
        ];
        foreach (Row row in owned)
        {
            row.Remove();
        }

        foreach (EmploymentRow employment in tenant.People.Persons.Live.SelectMany(other => other.Employments)
            .Where(employment => employment.SupervisorId == person.Id))
        {
            employment.SupervisorId = null;
            employment.Touch();
        }
    }

    private static Changes Read(ApiCall call, JsonElement body, PersonRow person)
    {
        var changes = new Changes(body);
        changes.Replace("email", (all, name) => Email(call.Tenant, person, all, name), value => person.Email = value);
        changes.Replace("first_name", JsonBody.RequiredText, value => person.FirstName = value);
        changes.Replace("last_name", JsonBody.RequiredText, value => person.LastName = value);
        changes.Replace("preferred_name", JsonBody.Text, value => person.PreferredName = value);
        changes.Set("gender", Gender, value => person.Gender = value);
        changes.Replace("language_code", (all, name) => all.OneOf(name, s_languages), _ => { });
        changes.Replace(
            "custom_attributes", (all, name) => Custom(call.Tenant.Attributes, all, name),
            values => values.ForEach(person.Fill));
        return changes;
    }

    private static string Email(SandboxTenant tenant, PersonRow person, JsonElement body, string name)
    {
        string email = body.RequiredText(name);
        int at = email.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == email.Length - 1 || email.Any(char.IsWhiteSpace))
        {
            throw JsonBody.Invalid(name);
        }

        bool isTaken = tenant.People.Persons.Live.Any(
            other => other != person && string.Equals(other.Email, email, StringComparison.OrdinalIgnoreCase));
        return isTaken ? throw Problem.BadRequest("The email address is already in use.") : email;
    }

    /// <summary>The values for writing differ from those for reading: two of them have the same meaning.</summary>
    private static string? Gender(JsonElement body, string name) =>
        body.OneOf(name, "MALE", "FEMALE", "DIVERSE", "UNKNOWN", "UNDEFINED") switch
        {
            "UNKNOWN" or "UNDEFINED" => "UNSPECIFIED",
            { } gender => gender,
            null => null,
        };

    private static List<CustomValue> Custom(AttributeCatalog catalog, JsonElement body, string name)
    {
        var values = new List<CustomValue>();
        foreach (JsonElement item in body.Items(name))
        {
            string id = item.RejectUnknown("id", "value").RequiredText("id");
            bool isList = item.Has("value", out JsonElement value) && value.ValueKind == JsonValueKind.Array;
            values.Add((isList ? catalog.WriteValue(id, null, Texts(value, id))
                : catalog.WriteValue(id, item.Text("value") ?? throw JsonBody.Invalid(id), null))
                ?? throw JsonBody.Invalid(id));
        }

        return values;
    }

    private static string[] Texts(JsonElement list, string name) =>
        list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")]
            : throw JsonBody.Invalid(name);

    private static void AddEmployment(ApiCall call, Changes changes, PersonRow person)
    {
        if (!changes.Body.TryGetProperty("employments", out _))
        {
            return;
        }

        JsonElement[] items = changes.Body.Items("employments");
        if (items.Length != 1)
        {
            throw Problem.BadRequest("The field 'employments' must have exactly one item.");
        }

        var employment = new EmploymentRow
        {
            Id = SandboxTenant.NewId(),
            Person = person,
            Status = "ACTIVE",
            Start = call.Tenant.Today,
            CreatedAt = person.CreatedAt,
            UpdatedAt = person.UpdatedAt,
        };
        Changes details = EmploymentWrites.Read(call, items[0], employment);
        changes.Add(details.Apply);
        changes.Add(() => person.Employments.Add(employment));
    }
}
