using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests;

public sealed class PersonWriteTests
{
    private const string Path = "v2/persons";

    [Fact]
    public async Task A_new_person_is_returned_with_the_id_and_visible_to_later_reads()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.PostAsync(Path, """
            {"first_name":"Söna","last_name":"O'X, \"y\"","email":"new@example.org","preferred_name":"=1+1",
             "gender":"UNKNOWN","language_code":"de","custom_attributes":[{"id":"dynamic_9001","value":"M"},
             {"id":"dynamic_9002","value":"17"},{"id":"dynamic_9003","value":["German","English"]},
             {"id":"dynamic_9005","value":"true"},{"id":"dynamic_9006","value":"2026-05-01"}],
             "employments":[{"status":"ONBOARDING","employment_start_date":"2026-09-01","type":"INTERNAL",
             "position":{"title":"Clerk"},"supervisor":{"id":"4102"},"cost_centers":[{"id":"1201","weight":100}]}]}
            """);
        string id = Id(reply);
        Reply read = await visitor.GetAsync($"{Path}/{id}");
        Reply employments = await visitor.GetAsync($"{Path}/{id}/employments");
        Reply found = await visitor.GetAsync($"{Path}?email=new@example.org");

        Assert.Equal(201, reply.Status);
        Assert.EndsWith($"/v2/persons/{id}", Self(reply), StringComparison.Ordinal);
        Assert.Equal([id], found.Ids);
        Assert.Equal("O'X, \"y\"", read.Json.GetProperty("last_name").GetString());
        Assert.Equal("UNSPECIFIED", read.Json.GetProperty("gender").GetString());
        Assert.Equal("ACTIVE", read.Json.GetProperty("status").GetString());
        Assert.Equal("""["M",17,["German","English"],true,"2026-05-01"]""", Values(read));
        Assert.Equal("Clerk", employments.Data[0].GetProperty("position").GetProperty("title").GetString());
        Assert.Equal("2026-09-01", employments.Data[0].GetProperty("employment_start_date").GetString());
        Assert.Equal([new LedgerEntry("POST", "/v2/persons", id)], visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Two_names_are_all_a_person_needs()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.PostAsync(Path, """{"first_name":"A","last_name":"B","gender":null}""");
        Reply read = await visitor.GetAsync($"{Path}/{Id(reply)}");

        Assert.Equal(201, reply.Status);
        Assert.Equal("[]", read.Json.GetProperty("employments").GetRawText());
    }

    [Theory]
    [InlineData("first_name", null)]
    [InlineData("last_name", null)]
    [InlineData("first_name", "null")]
    [InlineData("last_name", "\"\"")]
    [InlineData("preferred_name", "null")]
    [InlineData("email", "null")]
    [InlineData("email", "\"nobody\"")]
    [InlineData("gender", "\"UNSPECIFIED\"")]
    [InlineData("gender", "\"female\"")]
    [InlineData("language_code", "\"pt\"")]
    [InlineData("language_code", "null")]
    [InlineData("custom_attributes", """[{"id":"dynamic_1","value":"x"}]""")]
    [InlineData("custom_attributes", """[{"id":"first_name","value":"x"}]""")]
    [InlineData("custom_attributes", """[{"id":"dynamic_9001","value":"XXL"}]""")]
    [InlineData("custom_attributes", """[{"id":"dynamic_9002","value":17}]""")]
    [InlineData("custom_attributes", """[{"id":"dynamic_9002","value":"many"}]""")]
    [InlineData("custom_attributes", """[{"id":"dynamic_9003","value":"German"}]""")]
    [InlineData("custom_attributes", """[{"id":"dynamic_9001","value":["M"]}]""")]
    [InlineData("custom_attributes", """[{"id":"dynamic_9001","value":null}]""")]
    [InlineData("custom_attributes", """[{"label":"Shirt size","value":"M"}]""")]
    [InlineData("custom_attributes", """{"dynamic_9001":"M"}""")]
    [InlineData("employments", "[]")]
    [InlineData("employments", "[{},{}]")]
    [InlineData("employments", """[{"status":"GONE"}]""")]
    [InlineData("employments", """[{"termination":{}}]""")]
    [InlineData("status", "\"ACTIVE\"")]
    public async Task A_body_that_is_not_as_documented_is_a_bad_request(string field, string? value)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        var body = new JsonObject { ["first_name"] = "A", ["last_name"] = "B" };
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        Reply reply = await visitor.PostAsync(Path, body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(60, visitor.Tenant.PersonCount);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task An_email_belongs_to_one_person()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string taken = (await visitor.GetAsync($"{Path}/4100")).Json.GetProperty("email").GetString()!;

        Reply created = await visitor.PostAsync(
            Path, new { first_name = "A", last_name = "B", email = taken.ToUpperInvariant() });
        Reply changed = await visitor.PatchAsync($"{Path}/4101", new { email = taken });
        Reply kept = await visitor.PatchAsync($"{Path}/4100", new { email = taken });

        Assert.Equal([400, 400, 204], [created.Status, changed.Status, kept.Status]);
        Assert.Equal("The email address is already in use.", created.ErrorDetail);
    }

    [Fact]
    public async Task A_change_affects_only_what_was_sent()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply before = await visitor.GetAsync($"{Path}/4100");

        Reply reply = await visitor.PatchAsync($"{Path}/4100", """
            {"last_name":"Neu","gender":null,"email":"other@example.org",
             "custom_attributes":[{"id":"dynamic_9002","value":""},{"id":"dynamic_9012","value":"P 3"}]}
            """);
        Reply after = await visitor.GetAsync($"{Path}/4100");

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.Equal("Neu", after.Json.GetProperty("last_name").GetString());
        Assert.Equal(JsonValueKind.Null, after.Json.GetProperty("gender").ValueKind);
        Assert.Equal("other@example.org", after.Json.GetProperty("email").GetString());
        Assert.Equal(
            before.Json.GetProperty("first_name").GetString(), after.Json.GetProperty("first_name").GetString());
        Assert.Equal(JsonValueKind.Null, Custom(after, "dynamic_9002").ValueKind);
        Assert.Equal("P 3", Custom(after, "dynamic_9012").GetString());
        Assert.Equal(
            Custom(before, "dynamic_9007").GetString(), Custom(after, "dynamic_9007").GetString());
        Assert.True(string.CompareOrdinal(
            before.Json.GetProperty("updated_at").GetString(), after.Json.GetProperty("updated_at").GetString()) < 0);
    }

    [Theory]
    [InlineData("""{"first_name":null}""")]
    [InlineData("""{"email":null}""")]
    [InlineData("""{"employments":[{}]}""")]
    [InlineData("""{"last_name":"Neu","gender":"X"}""")]
    public async Task A_refused_change_changes_nothing(string body)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string before = (await visitor.GetAsync($"{Path}/4100")).Body;

        Reply reply = await visitor.PatchAsync($"{Path}/4100", body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(before, (await visitor.GetAsync($"{Path}/4100")).Body);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Deleting_a_person_deletes_everything_of_theirs()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 2);
        string child = (await visitor.GetAsync($"{Path}/4101/employments")).Ids[0]!;

        Reply reply = await visitor.DeleteAsync($"{Path}/4100");
        Reply again = await visitor.DeleteAsync($"{Path}/4100");
        Reply patched = await visitor.PatchAsync($"{Path}/4100", "{}");
        Reply absences = await visitor.GetAsync("v2/absence-periods?person.id=4100");
        Reply attendance = await visitor.GetAsync("v2/attendance-periods?person.id=4100");
        Reply pay = await visitor.GetAsync("v2/compensations?person.id=4100");
        Reply documents = await visitor.GetAsync("v2/document-management/documents?owner_id=4100");
        Reply members = await visitor.GetAsync("v2/projects/82173/members");
        Reply report = await visitor.GetAsync($"{Path}/4101/employments/{child}");

        Assert.Equal([204, 404, 404], [reply.Status, again.Status, patched.Status]);
        Assert.Equal((0, 0), (absences.Data.Count, attendance.Data.Count));
        Assert.Equal((0, 0, 8), (pay.Data.Count, documents.Data.Count, members.Data.Count));
        Assert.Equal(JsonValueKind.Null, report.Json.GetProperty("supervisor").ValueKind);
        Assert.DoesNotContain("4100", visitor.Tenant.PersonIds);
        Assert.Equal([new LedgerEntry("DELETE", "/v2/persons/4100", "4100")], visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task A_strict_sandbox_requires_the_same_of_a_first_employment_as_of_a_change()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.StrictEmploymentPatch = true);

        Reply reply = await visitor.PostAsync(Path, """{"first_name":"A","last_name":"B","employments":[{}]}""");

        Assert.Equal((400, "The field 'status' is required."), (reply.Status, reply.ErrorDetail));
    }

    private static string Id(Reply reply) => reply.Json.GetProperty("id").GetString()!;

    private static string Self(Reply reply) => reply.Json.GetProperty("_meta").GetProperty("links")
        .GetProperty("self").GetProperty("href").GetString()!;

    private static JsonElement Custom(Reply reply, string id) => reply.Json.GetProperty("custom_attributes")
        .EnumerateArray().Single(value => value.GetProperty("id").GetString() == id).GetProperty("value");

    private static string Values(Reply reply) => "[" + string.Join(',', reply.Json.GetProperty("custom_attributes")
        .EnumerateArray().Select(value => value.GetProperty("value").GetRawText())) + "]";
}
