using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Reading groups.</summary>
internal static class Groups
{
    private const string Base = "/v1/environments/{e}/groups";

    public static PingOneRoute[] Routes { get; } =
    [
        new("GET", Base, Roles.Read, List),
        new("GET", Base + "/{id}", Roles.Read, Read),
    ];

    private static HttpResponse List(PingOneCall call)
    {
        Func<string, string?, bool> test = NameFilter.Parse(call, ["id", "externalId", "name"]);
        GroupRow[] rows =
        [
            .. call.Directory.Groups.Where(
                row => test("id", row.Id) || test("name", row.Name) || test("externalId", row.ExternalId)),
        ];
        return HalPage.Create(call, "groups", rows, row => Show(call, row));
    }

    private static HttpResponse Read(PingOneCall call)
    {
        string id = call.Id("id");
        GroupRow row = call.Directory.Groups.Find(group => group.Id == id) ?? throw PingOneProblem.NotFound();
        bool withTotal = call.Query("include") == "totalMemberCounts";
        return PingOneJson.Response(Show(call, row) with
        {
            TotalMemberCounts = withTotal
                ? new MemberCounts(call.Directory.Users.Count(user => call.Directory.IsMember(user, row)))
                : null,
        });
    }

    private static GroupResponse Show(PingOneCall call, GroupRow row) => new()
    {
        Links = HalLinks.To($"{call.Context.EnvironmentUri}/groups/{row.Id}"),
        Id = row.Id,
        Environment = new Reference(call.Directory.EnvironmentId),
        Name = row.Name,
        DirectMemberCounts = new MemberCounts(row.Members.Count),
        CreatedAt = row.CreatedAt,
        Description = row.Description,
        ExternalId = row.ExternalId,
        UserFilter = row.UserFilter,
        SourceType = row.SourceType,
        Population = row.PopulationId is null ? null : new Reference(row.PopulationId),
    };
}
