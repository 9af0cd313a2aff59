using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests;

public sealed class WebhookTests
{
    private const string Path = "v2/webhooks";

    [Fact]
    public async Task A_new_webhook_is_disabled_has_a_token_type_and_is_seen_by_later_reads()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.PostAsync(Path, """
            {"url":"https://new.example.org/hook","description":"Größe, \"x\"","enabled_events":["person.created"]}
            """);
        string id = Id(reply);
        Reply read = await visitor.GetAsync($"{Path}/{id}");
        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}?limit=2");

        Assert.Equal(201, reply.Status);
        Assert.Equal(visitor.Tenant.WebhookIds, pages.SelectMany(page => page.Ids));
        Assert.Equal(3, visitor.Tenant.WebhookIds.Count);
        Assert.Equal("DISABLED", read.Json.GetProperty("status").GetString());
        Assert.Equal("TOKEN", read.Json.GetProperty("auth_type").GetString());
        Assert.Equal("""["person.created"]""", read.Json.GetProperty("enabled_events").GetRawText());
        Assert.Equal([new LedgerEntry("POST", "/v2/webhooks", id)], visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("status=ENABLED", 2)]
    [InlineData("status=DISABLED", 0)]
    [InlineData("enabled_events=absence-period.created", 1)]
    [InlineData("enabled_events=document.signed", 0)]
    public async Task The_list_can_be_filtered(string query, int count)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}?{query}");

        Assert.Equal(count, reply.Data.Count);
    }

    [Theory]
    [InlineData("url", null, 400)]
    [InlineData("description", null, 400)]
    [InlineData("enabled_events", null, 400)]
    [InlineData("url", "\"http://new.example.org/hook\"", 400)]
    [InlineData("url", "\"https://localhost/hook\"", 400)]
    [InlineData("url", "\"https://127.0.0.1/hook\"", 400)]
    [InlineData("url", "\"/hook\"", 400)]
    [InlineData("url", "null", 400)]
    [InlineData("status", "\"ON\"", 400)]
    [InlineData("auth_type", "\"BASIC\"", 400)]
    [InlineData("enabled_events", "\"person.created\"", 400)]
    [InlineData("custom_headers", "[]", 400)]
    [InlineData("custom_headers", """{"X-A":1}""", 400)]
    [InlineData("secret", "\"x\"", 400)]
    [InlineData("url", "\"https://hooks.example.org/personio\"", 409)]
    [InlineData("enabled_events", "[]", 422)]
    [InlineData("enabled_events", """["person.born"]""", 422)]
    [InlineData("enabled_events", """["person.created","person.created"]""", 422)]
    [InlineData("custom_headers", """{"X-A":"1","X-B":"2","X-C":"3","X-D":"4"}""", 422)]
    [InlineData("custom_headers", """{"Content-Type":"text/plain"}""", 422)]
    [InlineData("custom_headers", """{"content-type-x":"text/plain"}""", 422)]
    [InlineData("custom_headers", """{"HOST":"x"}""", 422)]
    [InlineData("token", "\"x\"", 422)]
    public async Task A_webhook_that_breaks_a_rule_is_refused(string field, string? value, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body();
        body["auth_type"] = "CUSTOM";
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        Reply reply = await visitor.PostAsync(Path, body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(2, visitor.Tenant.WebhookIds.Count);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Headers_belong_to_the_type_custom()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body();
        body["custom_headers"] = new JsonObject { ["X-A"] = "1", ["X-B"] = "2", ["X-C"] = "3" };

        Reply refused = await visitor.PostAsync(Path, body);
        body["auth_type"] = "CUSTOM";
        Reply accepted = await visitor.PostAsync(Path, body);
        Reply read = await visitor.GetAsync($"{Path}/{Id(accepted)}");

        Assert.Equal([422, 201], [refused.Status, accepted.Status]);
        Assert.Equal("""{"X-A":"1","X-B":"2","X-C":"3"}""", read.Json.GetProperty("custom_headers").GetRawText());
    }

    [Fact]
    public async Task A_change_returns_the_whole_webhook_and_keeps_what_was_not_sent()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.WebhookIds[0];

        Reply reply = await visitor.PatchAsync($"{Path}/{id}", """{"status":"DISABLED","token":"Basic eDp5"}""");
        Reply none = await visitor.PatchAsync($"{Path}/{id}", """{"auth_type":"NONE"}""");
        Reply read = await visitor.GetAsync($"{Path}/{id}");

        Assert.Equal([200, 200], [reply.Status, none.Status]);
        Assert.Equal("Basic eDp5", reply.Json.GetProperty("token").GetString());
        Assert.Equal("HR to directory", reply.Json.GetProperty("description").GetString());
        Assert.Equal(none.Body, read.Body);
        Assert.Null(read.Json.GetProperty("token").GetString());
        Assert.Equal("DISABLED", read.Json.GetProperty("status").GetString());
        Assert.Equal(["PATCH", "PATCH"], visitor.Tenant.Ledger.Select(entry => entry.Method));
    }

    [Theory]
    [InlineData("""{"url":"https://down.example.invalid/größe?x=1"}""", 409)]
    [InlineData("""{"url":"ftp://x.example.org"}""", 400)]
    [InlineData("""{"description":null}""", 400)]
    [InlineData("""{"id":"1"}""", 400)]
    [InlineData("""{"status":"DISABLED","enabled_events":["x"]}""", 422)]
    [InlineData("""{"custom_headers":{"X-A":"1"}}""", 422)]
    public async Task A_refused_change_changes_nothing(string body, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string path = $"{Path}/{visitor.Tenant.WebhookIds[0]}";
        Reply before = await visitor.GetAsync(path);

        Reply reply = await visitor.PatchAsync(path, body);
        Reply after = await visitor.GetAsync(path);

        Assert.Equal(status, reply.Status);
        Assert.Equal(before.Body, after.Body);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task A_deleted_webhook_is_gone_and_its_URL_is_free_again()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string path = $"{Path}/{visitor.Tenant.WebhookIds[0]}";
        JsonObject body = Body();
        body["url"] = "https://hooks.example.org/personio";

        Reply reply = await visitor.DeleteAsync(path);
        Reply[] gone =
        [
            await visitor.GetAsync(path), await visitor.DeleteAsync(path), await visitor.PatchAsync(path, "{}"),
            await visitor.GetAsync($"{path}/events"), await visitor.GetAsync($"{path}/activity"),
            await visitor.PostAsync($"{path}/ping", "{}"), await visitor.PostAsync($"{path}/test-event", "{}"),
            await visitor.PostAsync($"{path}/redelivery", "{}"),
        ];
        Reply again = await visitor.PostAsync(Path, body);

        Assert.Equal((204, 201), (reply.Status, again.Status));
        Assert.All(gone, one => Assert.Equal(404, one.Status));
    }

    [Theory]
    [InlineData("?limit=201")]
    [InlineData("?status=ON")]
    [InlineData("?enabled_events=x")]
    [InlineData("?url=x")]
    public async Task A_bad_query_is_refused(string query)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(Path + query);

        Assert.Equal(400, reply.Status);
    }

    private static string Id(Reply reply) => reply.Json.GetProperty("id").GetString()!;

    private static JsonObject Body() => new()
    {
        ["url"] = "https://new.example.org/hook",
        ["description"] = "New",
        ["enabled_events"] = new JsonArray("person.created"),
    };
}
