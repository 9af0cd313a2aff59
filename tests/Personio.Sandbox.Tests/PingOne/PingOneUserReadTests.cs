using System.Text.Json;

namespace Personio.Sandbox.Tests.PingOne;

public sealed class PingOneUserReadTests
{
    [Fact]
    public async Task Pages_have_at_most_the_requested_size_and_link_until_the_end()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply first = await visitor.GetAsync("/users?limit=20");
        IReadOnlyList<JsonElement> all = await visitor.UsersAsync("?limit=20");

        Assert.Equal(20, first.Json.GetProperty("size").GetInt32());
        Assert.Equal(visitor.Server.Directory.UserIds.Count, first.Json.GetProperty("count").GetInt32());
        Assert.StartsWith(
            visitor.Server.ApiBaseUri.AbsoluteUri, PingOneSandboxClient.NextOf(first), StringComparison.Ordinal);
        Assert.Equal(visitor.Server.Directory.UserIds, all.Select(user => user.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_page_is_capped_whatever_was_requested()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(options => options.PageCap = 7);

        Reply page = await visitor.GetAsync("/users?limit=1000");

        Assert.Equal(7, page.Json.GetProperty("_embedded").GetProperty("users").GetArrayLength());
    }

    [Theory]
    [InlineData("limit=0", "OUT_OF_RANGE limit")]
    [InlineData("limit=1001", "OUT_OF_RANGE limit")]
    [InlineData("limit=many", "OUT_OF_RANGE limit")]
    [InlineData("cursor=00000014-ABCDEF", "INVALID_PARAMETER cursor")]
    [InlineData("cursor=nonsense", "INVALID_PARAMETER cursor")]
    public async Task A_wrong_limit_or_cursor_is_refused(string query, string detail)
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"/users?{query}");

        Assert.Equal((400, "INVALID_REQUEST"), (reply.Status, PingOneSandboxClient.Code(reply)));
        Assert.Equal([detail], PingOneSandboxClient.Details(reply));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_filter()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string next = PingOneSandboxClient.NextOf(await visitor.GetAsync("/users?limit=5"))!;

        Reply reply = await visitor.GetAsync(next + "&filter=enabled%20eq%20true");

        Assert.Equal(["INVALID_PARAMETER cursor"], PingOneSandboxClient.Details(reply));
    }

    [Theory]
    [InlineData("username eq \"FRITZ.K\"", 1)]
    [InlineData("email sw \"Fritz.\"", 1)]
    [InlineData("email ew \"@EXAMPLE.net\"", 1)]
    [InlineData("name.given eq \"fritz\"", 0)]
    [InlineData("name.given co \"ritz\" and title eq \"Tester\"", 1)]
    [InlineData("(name.family eq \"Kö \\\"x\\\"\" or username eq \"nobody\") AND title eq \"Tester\"", 1)]
    [InlineData("department eq \"Netze\"", 1)]
    [InlineData("externalId eq \"077\"", 1)]
    [InlineData("externalId eq \"77\"", 0)]
    public async Task A_filter_matches_by_the_rules_of_its_attribute(string filter, int expected)
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        visitor.Server.Directory.AddUser(
            """
            {"username":"fritz.k","email":"fritz.k@example.net","externalId":"077","title":"Tester",
             "department":"Netze","name":{"given":"Fritz","family":"Kö \"x\""}}
            """);

        IReadOnlyList<JsonElement> found = await visitor.WhereAsync(filter);

        Assert.Equal(expected, found.Count);
    }

    [Theory]
    [InlineData("createdAt gt \"2026-01-01\"", "supportedAttributes")]
    [InlineData("username co \"a\"", "supportedOperators")]
    [InlineData("username ne \"a\"", "supportedOperators")]
    [InlineData("enabled eq \"true\"", null)]
    [InlineData("username eq a", null)]
    [InlineData("username eq \"a", null)]
    [InlineData("(username eq \"a\"", null)]
    [InlineData("not (username eq \"a\")", null)]
    [InlineData("", null)]
    public async Task An_unsupported_filter_is_refused(string filter, string? hint)
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"/users?filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(400, reply.Status);
        Assert.Equal(["INVALID_FILTER filter"], PingOneSandboxClient.Details(reply));
        Assert.Equal(hint is not null, hint is not null && reply.Body.Contains(hint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_members_of_a_group_are_found_by_filter()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string contractors = visitor.Server.Directory.GroupIds["contractors"];

        IReadOnlyList<JsonElement> all = await visitor.WhereAsync($"memberOfGroups[id eq \"{contractors}\"]");
        IReadOnlyList<JsonElement> direct = await visitor.WhereAsync(
            $"memberOfGroups[id eq \"{contractors}\" and type eq \"DIRECT\"]");

        Assert.NotEmpty(all);
        Assert.All(all, user => Assert.Equal("Contractor", user.GetProperty("type").GetString()));
        Assert.Empty(direct);
    }

    [Fact]
    public async Task A_user_is_read_by_id_with_its_groups_and_population()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string id = visitor.Server.Directory.UserIds[1];

        JsonElement user = (await visitor.GetAsync($"/users/{id}?include=memberOfGroupNames&expand=population")).Json;

        Assert.Contains(
            "vpn-users", user.GetProperty("memberOfGroupNames").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("Staff", user.GetProperty("population").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/users/not-a-uuid", 400)]
    [InlineData("/users/00000000-0000-4000-8000-000000000000", 404)]
    [InlineData("/nothing", 404)]
    public async Task A_missing_user_is_distinguished_from_an_invalid_id(string path, int status)
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Assert.Equal(status, (await visitor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task An_unsupported_method_is_refused_with_the_supported_ones()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply reply = await visitor.DeleteAsync("/populations");

        Assert.Equal(405, reply.Status);
        Assert.Equal(["GET"], reply.Message.Content.Headers.Allow);
    }

    [Fact]
    public async Task Every_response_has_a_correlation_id()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Assert.NotEmpty((await visitor.GetAsync("")).Header("Correlation-Id"));
        Assert.NotEmpty((await visitor.GetAsync("/users/x")).Header("Correlation-Id"));
    }

    [Fact]
    public async Task A_list_can_end_early_without_an_error_and_links_can_be_wrong()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(
            options => options.ListEndsAfter = 30);

        Assert.Equal(30, (await visitor.UsersAsync()).Count);
        visitor.Server.Options.ListEndsAfter = 0;
        visitor.Server.Options.WrongNextLink = "https://elsewhere.example.org";
        string? next = PingOneSandboxClient.NextOf(await visitor.GetAsync("/users?limit=5"));
        visitor.Server.Options.WrongNextLink = "loop";
        string? loop = PingOneSandboxClient.NextOf(await visitor.GetAsync("/users?limit=5"));

        Assert.StartsWith("https://elsewhere.example.org/", next, StringComparison.Ordinal);
        Assert.EndsWith("/users?limit=5", loop, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_lag_behind_writes_but_reading_by_id_does_not()
    {
        var clock = SandboxClient.Clock();
        SandboxOptions company = SandboxClient.UsualOptions;
        company.Clock = clock;
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(company: company);
        clock.Advance(TimeSpan.FromSeconds(60));
        visitor.Server.Options.ListLag = TimeSpan.FromSeconds(5);
        string id = (await visitor.SendAsync("POST", "/users", """{"username":"new.one"}""")).Json.GetProperty("id")
            .GetString()!;

        Assert.Empty(await visitor.WhereAsync("username eq \"new.one\""));
        Assert.Equal(200, (await visitor.GetAsync($"/users/{id}")).Status);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Single(await visitor.WhereAsync("username eq \"new.one\""));
    }

    [Fact]
    public async Task More_requests_than_the_rate_allows_are_refused()
    {
        var clock = SandboxClient.Clock();
        SandboxOptions company = SandboxClient.UsualOptions;
        company.Clock = clock;
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(
            options => options.RatePerSecond = 2, company);

        Assert.Equal(200, (await visitor.GetAsync("")).Status);
        Assert.Equal(200, (await visitor.GetAsync("")).Status);
        Reply refused = await visitor.GetAsync("");
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            (429, "REQUEST_LIMITED", "1"),
            (refused.Status, PingOneSandboxClient.Code(refused), refused.Header("Retry-After")));
        Assert.Equal(200, (await visitor.GetAsync("")).Status);
    }
}
