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

    private static HttpResponse List(ApiCall call)
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
        return page.Respond(rows, (json, person) => Write(json, person, call.Tenant, page.Set("attributes[]")));
    }

    private static HttpResponse Get(ApiCall call)
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
        foreach (OldAttribute attribute in OldAttributes.Of(person, tenant))
        {
            if (wanted?.Contains(attribute.Key) ?? true)
            {
                attribute.Write(json);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, PersonRow person)
    {
        foreach (OldAttribute attribute in OldAttributes.Name(person))
        {
            attribute.Write(json);
        }
    }
}
