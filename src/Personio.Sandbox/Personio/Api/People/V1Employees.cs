using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Persons in v1: employees with an object for each attribute. Read-only.</summary>
internal static class V1Employees
{
    public static Route[] Routes { get; } =
    [
        Route.Get("/v1/company/employees", Scopes.PersonsRead, List),
        Route.Get("/v1/company/employees/{id}", Scopes.PersonsRead, Get),
    ];

    /// <summary>An employee with the attributes that are included in other v1 objects.</summary>
    public static V1Resource Short(PersonRow person) => Employee(V1Attributes.Name(person));

    private static HttpResponse List(ApiCall call)
    {
        V1Page page = V1Page.Read(call, 50, 100, "email", "attributes[]", "updated_since");
        string? email = page.Text("email");
        DateOnly? since = page.Day("updated_since");
        PersonRow[] rows =
        [
            .. call.Tenant.People.Persons.Live.Where(person =>
                (email is null || string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase))
                && (since is null || DateOnly.FromDateTime(person.UpdatedAt.UtcDateTime) >= since)),
        ];
        return page.Respond(rows, person => Show(person, call.Tenant, page.Set("attributes[]")));
    }

    private static HttpResponse Get(ApiCall call)
    {
        call.QueryOf();
        PersonRow person = call.Find(call.Tenant.People.Persons);
        return PersonioJson.Response(new V1Response(true, Show(person, call.Tenant, null)));
    }

    private static V1Resource Show(PersonRow person, SandboxTenant tenant, HashSet<string>? wanted) => Employee(
    [
        .. V1Attributes.Name(person),
        .. V1Attributes.For(person, tenant).Where(attribute => wanted?.Contains(attribute.Key) ?? true),
    ]);

    private static V1Resource Employee(IEnumerable<V1Attribute> attributes) =>
        new("Employee", attributes.ToDictionary(attribute => attribute.Key, StringComparer.Ordinal));
}
