using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Persons, their employments, and the data that only v1 provides.</summary>
internal static class People
{
    private const string RateKey = "/v2/persons";

    // The smallest possible picture: one transparent pixel.
    private static readonly byte[] s_picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly ListRules s_persons = new(
        10, 50, "id", "email", "first_name", "last_name", "preferred_name", "created_at", "created_at.gt",
        "created_at.lt", "updated_at", "updated_at.gt", "updated_at.lt", "status")
    {
        InvalidLimit = "Provided value for limit is not valid",
        MayTakeDatesOnly = true,
    };

    private static readonly ListRules s_employments = new(
        10, 50, "id", "updated_at", "updated_at.gt", "updated_at.lt")
    {
        InvalidLimit = "Provided value for limit is not valid",
        MayTakeDatesOnly = true,
    };

    public static Route[] Routes { get; } =
    [
        Guarded(Route.Get("/v2/persons", Scopes.PersonsRead, List)) with { RateKey = RateKey },
        Guarded(Route.Get("/v2/persons/{id}", Scopes.PersonsRead, Get)) with { RateKey = RateKey },
        Guarded(Route.Post("/v2/persons", Scopes.PersonsWrite, PersonWrites.Create)),
        Guarded(Route.Patch("/v2/persons/{id}", Scopes.PersonsWrite, PersonWrites.Change)),
        Guarded(Route.Delete("/v2/persons/{id}", Scopes.PersonsWrite, PersonWrites.Remove)),
        Guarded(Route.Get("/v2/persons/{person_id}/employments", Scopes.PersonsRead, ListEmployments)),
        Guarded(Route.Get("/v2/persons/{person_id}/employments/{id}", Scopes.PersonsRead, GetEmployment)),
        Guarded(Route.Patch(
            "/v2/persons/{person_id}/employments/{employment_id}", Scopes.PersonsWrite, EmploymentWrites.Change)),
        Route.Get("/v1/company/employees/attributes", Scopes.PersonsRead, ListAttributes),
        Route.Get("/v1/company/employees/{id}/profile-picture", Scopes.PersonsRead, GetPicture),
        Route.Get("/v1/company/employees/{id}/profile-picture/{width}", Scopes.PersonsRead, GetPicture),
    ];

    /// <summary>All routes below /v2/persons return 401 for a token without the scope.</summary>
    private static Route Guarded(Route route) => route with { Denial = Denial.Unauthorized };

    private static HttpResponse List(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_persons);
        HashSet<string>? ids = request.Set("id");
        var tests = new List<Func<PersonRow, bool>>();
        Filter.In(tests, ids, row => row.Id);
        Filter.In(tests, request.Set("email", StringComparer.OrdinalIgnoreCase), row => row.Email);
        Filter.Equal(tests, request.Text("first_name"), row => row.FirstName);
        Filter.Equal(tests, request.Text("last_name"), row => row.LastName);
        Filter.Equal(tests, request.Text("preferred_name"), row => row.PreferredName);
        Filter.Equal(tests, request.OneOf("status", "ACTIVE", "INACTIVE"), row => row.Status);
        Filter.Between(tests, request, "created_at", row => row.CreatedAt);
        Filter.Between(tests, request, "updated_at", row => row.UpdatedAt);
        return Page.Create(request, call.Tenant.People.Persons.Candidates(ids, null), tests);
    }

    private static HttpResponse Get(ApiCall call)
    {
        call.QueryOf();
        return call.Row(call.Find(call.Tenant.People.Persons));
    }

    private static HttpResponse ListEmployments(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_employments);
        PersonRow person = call.Find(call.Tenant.People.Persons, "person_id");
        var tests = new List<Func<EmploymentRow, bool>>();
        Filter.In(tests, request.Set("id"), row => row.Id);
        Filter.Between(tests, request, "updated_at", row => row.UpdatedAt);
        return Page.Create(request, person.Employments, tests);
    }

    private static HttpResponse GetEmployment(ApiCall call)
    {
        call.QueryOf();
        PersonRow person = call.Find(call.Tenant.People.Persons, "person_id");
        return call.Row(person.Employments.Find(row => row.Id == call["id"]) ?? throw Problem.NotFound());
    }

    private static HttpResponse ListAttributes(ApiCall call) =>
        PersonioJson.Response(new V1Response(true, call.Tenant.Attributes.WithStandardFields));

    private static HttpResponse GetPicture(ApiCall call) =>
        call.Find(call.Tenant.People.Persons).HasPicture
            ? new HttpResponse(200, "image/png", s_picture)
            : throw Problem.NotFound();
}
