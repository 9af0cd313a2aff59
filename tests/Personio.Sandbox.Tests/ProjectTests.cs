using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests;

public sealed class ProjectTests
{
    private const string Path = "v2/projects";

    [Fact]
    public async Task All_pages_together_have_every_project_exactly_once()
    {
        using SandboxClient visitor = await LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}?limit=3");

        Assert.Equal(3, pages.Count);
        Assert.Equal(visitor.Tenant.ProjectIds, pages.SelectMany(page => page.Ids));
        Assert.Superset(new HashSet<string?> { "82173", "82174" }, pages.SelectMany(page => page.Ids).ToHashSet());
    }

    [Theory]
    [InlineData("id=82173,82175", "82173 82175")]
    [InlineData("name=Ledger move,Open house", "82173 82180")]
    [InlineData("project_code=LED-1,ARC-1", "82173 82175")]
    [InlineData("parent_project.id=82173", "82177 82178")]
    [InlineData("parent_project.id=82173&status=ARCHIVED", "82178")]
    [InlineData("status=ARCHIVED", "82175 82178")]
    [InlineData("top_level_only=true&status=ACTIVE", "82173 82174 82176 82180")]
    [InlineData("top_level_only=false&status=ARCHIVED", "82175 82178")]
    public async Task Filters_are_combined_with_AND(string query, string ids)
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}?{query}");

        Assert.Equal(ids.Split(' '), reply.Ids);
    }

    [Theory]
    [InlineData("limit=201", 422)]
    [InlineData("limit=0", 422)]
    [InlineData("status=active", 422)]
    [InlineData("top_level_only=yes", 422)]
    [InlineData("include=minutes", 422)]
    [InlineData("includes=tracked_minutes", 400)]
    [InlineData("cursor=x", 400)]
    public async Task A_bad_query_is_refused(string query, int status)
    {
        using SandboxClient visitor = await LoginAsync();

        Reply list = await visitor.GetAsync($"{Path}?{query}");

        Assert.Equal(status, list.Status);
    }

    [Fact]
    public async Task Counts_are_returned_only_on_request_and_add_up()
    {
        using SandboxClient visitor = await LoginAsync();
        visitor.Tenant.AddAttendancePeriod(
            "4100", "WORK", "2026-06-01T08:00:00", "2026-06-01T09:30:00", "CONFIRMED", "82177");
        visitor.Tenant.AddAttendancePeriod("4100", "WORK", "2026-06-02T08:00:00", null, "CONFIRMED", "82173");
        visitor.Tenant.AddAttendancePeriod(
            "4100", "WORK", "2026-06-03T08:00:00", "2026-06-03T08:10:00", "CONFIRMED", "82173");
        const string Include =
            "include=tracked_minutes,sub_projects_tracked_minutes,sub_projects_count,tracked_periods_count";

        Reply plain = await visitor.GetAsync($"{Path}/82173");
        Reply one = await visitor.GetAsync($"{Path}/82173?{Include}");
        Reply listed = await visitor.GetAsync($"{Path}?id=82173&{Include}");
        Reply bad = await visitor.GetAsync($"{Path}/82173?include=x");

        Assert.False(plain.Json.TryGetProperty("tracked_minutes", out _));
        Assert.Equal((10, 90, 2, 2), Counts(one.Json));
        Assert.Equal((10, 90, 2, 2), Counts(listed.Data[0]));
        Assert.Equal(422, bad.Status);
    }

    [Fact]
    public async Task A_new_project_is_returned_with_its_id_and_visible_to_later_reads()
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.PostAsync(Path, """
            {"name":"Archivscan, \"x\"","status":"ACTIVE","project_code":"ARC-2","description":"Größe",
             "cost_center":{"id":"1201"},"assigned_to_all":true,"billable":true,"start":{"date":"2026-03-01"},
             "end":{"date":"2026-03-02"},"client_name":"N","project_type":"External"}
            """);
        string id = Id(reply);
        Reply read = await visitor.GetAsync($"{Path}/{id}");
        Reply sub = await visitor.PostAsync(
            Path, new { name = "Part", status = "ACTIVE", parent_project = new { id } });
        Reply readSub = await visitor.GetAsync($"{Path}/{Id(sub)}");

        Assert.Equal([201, 201], [reply.Status, sub.Status]);
        Assert.True(reply.Json.TryGetProperty("_meta", out _));
        Assert.Equal("2026-03-02", read.Json.GetProperty("end").GetProperty("date").GetString());
        Assert.Equal("1201", read.Json.GetProperty("cost_center").GetProperty("id").GetString());
        Assert.Equal(visitor.Tenant.FindProjectJson(id), read.Body);
        Assert.Equal(id, readSub.Json.GetProperty("parent_project").GetProperty("id").GetString());
        Assert.True(readSub.Json.GetProperty("billable").GetBoolean());
        Assert.Equal(
            [new LedgerEntry("POST", "/v2/projects", id), new LedgerEntry("POST", "/v2/projects", Id(sub))],
            visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("name", null, 400, "name")]
    [InlineData("status", null, 400, "status")]
    [InlineData("status", "\"OPEN\"", 400, "status")]
    [InlineData("start", "\"2026-01-01\"", 400, "start")]
    [InlineData("end", """{"date":"2026-13-01"}""", 400, "date")]
    [InlineData("billable", "\"yes\"", 400, "billable")]
    [InlineData("billable", "null", 400, "billable")]
    [InlineData("code", "\"X\"", 400, "code")]
    [InlineData("name", "\"Ledger move\"", 422, "Duplicate name")]
    [InlineData("project_code", "\"LED-1\"", 422, "Duplicate code")]
    [InlineData("cost_center", """{"id":"1"}""", 422, "Cost center missing")]
    [InlineData("parent_project", """{"id":"1"}""", 422, "Parent missing")]
    [InlineData("parent_project", """{"id":"82177"}""", 422, "Parent missing")]
    [InlineData("end", """{"date":"2026-01-01"}""", 422, "Start after end")]
    public async Task A_project_that_breaks_a_rule_is_refused(string field, string? value, int status, string word)
    {
        using SandboxClient visitor = await LoginAsync();
        var body = new JsonObject
        {
            ["name"] = "New",
            ["status"] = "ACTIVE",
            ["start"] = new JsonObject { ["date"] = "2026-01-01" },
        };
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        Reply reply = await visitor.PostAsync(Path, body);

        Assert.Equal(status, reply.Status);
        Assert.Contains(word, $"{reply.ErrorTitle} {reply.ErrorDetail}", StringComparison.Ordinal);
        Assert.Equal(8, visitor.Tenant.ProjectIds.Count);
    }

    [Theory]
    [InlineData("name", 256)]
    [InlineData("description", 1001)]
    public async Task Texts_have_a_maximum_length(string field, int length)
    {
        using SandboxClient visitor = await LoginAsync();

        Reply longest = await visitor.PatchAsync(
            $"{Path}/82173", new JsonObject { [field] = new string('ö', length - 1) });
        Reply tooLong = await visitor.PatchAsync($"{Path}/82173", new JsonObject { [field] = new string('ö', length) });

        Assert.Equal([204, 422], [longest.Status, tooLong.Status]);
    }

    [Theory]
    [InlineData("""{"cost_center":{"id":"1201"}}""")]
    [InlineData("""{"billable":true}""")]
    [InlineData("""{"assigned_to_all":true}""")]
    public async Task A_sub_project_does_not_have_these_fields(string body)
    {
        using SandboxClient visitor = await LoginAsync();
        JsonNode create = JsonNode.Parse(body)!;
        (create["name"], create["status"]) = ("New", "ACTIVE");
        create["parent_project"] = new JsonObject { ["id"] = "82173" };

        Reply created = await visitor.PostAsync(Path, create);
        Reply changed = await visitor.PatchAsync($"{Path}/82177", body);

        Assert.Equal([422, 422], [created.Status, changed.Status]);
        Assert.Equal("Unsupported field for sub project", changed.ErrorTitle);
    }

    [Fact]
    public async Task A_change_affects_only_what_was_sent()
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.PatchAsync(
            $"{Path}/82173", """{"status":"ARCHIVED","end":null,"cost_center":null,"billable":false}""");
        Reply read = await visitor.GetAsync($"{Path}/82173");
        Reply sub = await visitor.GetAsync($"{Path}/82177");

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.Equal("ARCHIVED", read.Json.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("end").ValueKind);
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("cost_center").ValueKind);
        Assert.Equal("LED-1", read.Json.GetProperty("project_code").GetString());
        Assert.False(sub.Json.GetProperty("billable").GetBoolean());
        Assert.Equal(new LedgerEntry("PATCH", "/v2/projects/82173", "82173"), visitor.Tenant.Ledger[^1]);
    }

    [Theory]
    [InlineData("""{"parent_project":{"id":"82174"}}""", 400)]
    [InlineData("""{"name":null}""", 400)]
    [InlineData("""{"status":null}""", 400)]
    [InlineData("""{"name":"Open house"}""", 422)]
    [InlineData("""{"end":{"date":"2020-01-01"}}""", 422)]
    public async Task A_refused_change_changes_nothing(string body, int status)
    {
        using SandboxClient visitor = await LoginAsync();
        string? before = visitor.Tenant.FindProjectJson("82173");

        Reply reply = await visitor.PatchAsync($"{Path}/82173", body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(before, visitor.Tenant.FindProjectJson("82173"));
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Deleting_a_project_deletes_its_sub_projects()
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.DeleteAsync($"{Path}/82173");
        Reply sub = await visitor.GetAsync($"{Path}/82177");
        Reply again = await visitor.DeleteAsync($"{Path}/82173");
        Reply change = await visitor.PatchAsync($"{Path}/82173", "{}");

        Assert.Equal([204, 404, 404, 404], [reply.Status, sub.Status, again.Status, change.Status]);
    }

    [Theory]
    [InlineData("82173")]
    [InlineData("82177")]
    public async Task A_project_with_tracked_time_cannot_be_deleted(string tracked)
    {
        using SandboxClient visitor = await LoginAsync();
        visitor.Tenant.AddAttendancePeriod("4100", "WORK", "2026-06-02T08:00:00", null, "CONFIRMED", tracked);

        Reply reply = await visitor.DeleteAsync($"{Path}/82173");

        Assert.Equal(422, reply.Status);
        Assert.Contains("82173", visitor.Tenant.ProjectIds);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    private static Task<SandboxClient> LoginAsync() => SandboxClient.LoginAsync(options =>
    {
        // No attendance is running in a company this small.
        options.AttendanceDays = 0;
        options.PersonCount = 2;
    });

    private static string Id(Reply reply) => reply.Json.GetProperty("id").GetString()!;

    private static (int, int, int, int) Counts(JsonElement row) => (
        row.GetProperty("tracked_minutes").GetInt32(), row.GetProperty("sub_projects_tracked_minutes").GetInt32(),
        row.GetProperty("sub_projects_count").GetInt32(), row.GetProperty("tracked_periods_count").GetInt32());
}
