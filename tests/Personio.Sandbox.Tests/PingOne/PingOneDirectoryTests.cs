using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests.PingOne;

public sealed class PingOneDirectoryTests
{
    [Fact]
    public async Task The_environment_has_a_name_and_unknown_ones_look_like_a_missing_right()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(
            options => options.EnvironmentType = "PRODUCTION");
        string unknown = $"{visitor.Server.ApiBaseUri}v1/environments/{Guid.NewGuid()}";

        JsonElement environment = (await visitor.GetAsync("")).Json;

        Assert.Equal("Workforce", environment.GetProperty("name").GetString());
        Assert.Equal("PRODUCTION", environment.GetProperty("type").GetString());
        Assert.Equal(404, (await visitor.GetAsync(unknown)).Status);
        Assert.Equal(
            ["INSUFFICIENT_PERMISSIONS"], PingOneSandboxClient.Details(await visitor.GetAsync(unknown + "/users")));
    }

    [Fact]
    public async Task The_directory_contains_the_persons_of_the_company()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string[] persons = [.. visitor.Tenant.PersonIds];

        IReadOnlyList<JsonElement> users = await visitor.UsersAsync();
        string?[] keys = [.. users.Where(user => user.TryGetProperty("externalId", out _))
            .Select(user => user.GetProperty("externalId").GetString())];

        Assert.All(keys, key => Assert.Contains(key, persons));
        Assert.InRange(keys.Length, persons.Length * 3 / 4, persons.Length - 5);
        JsonNode person = JsonNode.Parse(visitor.Tenant.FindPersonJson(persons[0])!)!;
        JsonElement account = users.Single(
            user => user.TryGetProperty("externalId", out JsonElement key) && key.GetString() == persons[0]);
        Assert.Equal((string?)person["first_name"], account.GetProperty("name").GetProperty("given").GetString());
        Assert.Equal((string?)person["email"], account.GetProperty("email").GetString());
    }

    [Fact]
    public async Task Some_leavers_are_still_enabled_and_some_persons_lack_an_account()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        var accounts = (await visitor.UsersAsync()).Where(user => user.TryGetProperty("externalId", out _))
            .ToDictionary(user => user.GetProperty("externalId").GetString()!);
        string[] inactive = [.. visitor.Tenant.PersonIds.Where(id =>
            visitor.Tenant.FindPersonJson(id)!.Contains("\"status\":\"INACTIVE\"", StringComparison.Ordinal))];

        bool[] enabled =
        [
            .. inactive.Where(accounts.ContainsKey).Select(id => accounts[id].GetProperty("enabled").GetBoolean()),
        ];

        Assert.Contains(true, enabled);
        Assert.Contains(false, enabled);
        Assert.Contains(visitor.Tenant.PersonIds, id => !accounts.ContainsKey(id));
    }

    [Fact]
    public void The_same_seed_creates_the_same_directory()
    {
        using PingOneSandboxClient one = PingOneSandboxClient.Anonymous(options => options.Hostile = true);
        using PingOneSandboxClient other = PingOneSandboxClient.Anonymous(options => options.Hostile = true);

        Assert.Equal(one.Server.Directory.UserIds, other.Server.Directory.UserIds);
        Assert.Equal(one.Server.ClientId, other.Server.ClientId);
    }

    [Fact]
    public async Task Hostile_accounts_share_keys_and_addresses()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(options => options.Hostile = true);

        Assert.Equal(2, (await visitor.WhereAsync("externalId eq \"9904\"")).Count);
        Assert.Equal(2, (await visitor.WhereAsync("email eq \"same@example.org\"")).Count);
        Assert.Equal(
            "LOCKED",
            (await visitor.WhereAsync("username eq \"locked-out\""))[0].GetProperty("account").GetProperty("status")
                .GetString());
    }

    [Fact]
    public async Task A_role_on_one_population_hides_the_others_but_not_their_user_names()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(
            options => options.Roles = "Identity Data Admin@Staff");
        string hidden = visitor.Server.Directory.AddUser("""{"username":"unseen"}""", "Externals");

        IReadOnlyList<JsonElement> users = await visitor.UsersAsync();
        Reply taken = await visitor.SendAsync("POST", "/users", """{"username":"UNSEEN"}""");

        Assert.All(users, user => Assert.Equal(
            visitor.Server.Directory.PopulationIds["Staff"],
            user.GetProperty("population").GetProperty("id").GetString()));
        Assert.Equal(404, (await visitor.GetAsync($"/users/{hidden}")).Status);
        Assert.Equal(["UNIQUENESS_VIOLATION username"], PingOneSandboxClient.Details(taken));
        Assert.Single(
            (await visitor.GetAsync("/populations")).Json.GetProperty("_embedded").GetProperty("populations")
                .EnumerateArray());
    }

    [Fact]
    public async Task Read_roles_cannot_write_and_memberships_need_more()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(
            options => options.Roles = "Identity Data Read Only");
        string id = visitor.Server.Directory.UserIds[0];

        Assert.Equal(200, (await visitor.GetAsync($"/users/{id}")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/schemas")).Status);
        Assert.Equal(403, (await visitor.GetAsync($"/users/{id}/memberOfGroups")).Status);
        Assert.Equal(403, (await visitor.SendAsync("PATCH", $"/users/{id}", "{}")).Status);
    }

    [Fact]
    public async Task Members_can_be_added_and_removed_if_the_group_is_managed_manually()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string id = visitor.Server.Directory.AddUser("""{"username":"a","type":"Contractor"}""");
        string vpn = visitor.Server.Directory.GroupIds["vpn-users"];
        string contractors = visitor.Server.Directory.GroupIds["contractors"];
        string path = $"/users/{id}/memberOfGroups";

        Reply added = await visitor.SendAsync("POST", path, $$"""{"id":"{{vpn}}"}""");
        Reply again = await visitor.SendAsync("POST", path, $$"""{"id":"{{vpn}}"}""");
        Reply dynamic = await visitor.SendAsync("POST", path, $$"""{"id":"{{contractors}}"}""");
        Reply indirect = await visitor.DeleteAsync($"{path}/{contractors}");
        JsonElement list = (await visitor.GetAsync(path)).Json.GetProperty("_embedded").GetProperty("groupMemberships");
        Reply removed = await visitor.DeleteAsync($"{path}/{vpn}");
        Reply gone = await visitor.DeleteAsync($"{path}/{vpn}");

        Assert.Equal("DIRECT", added.Json.GetProperty("type").GetString());
        Assert.Equal(["UNIQUENESS_VIOLATION id"], PingOneSandboxClient.Details(again));
        Assert.Equal(["CONSTRAINT_VIOLATION id"], PingOneSandboxClient.Details(dynamic));
        Assert.Equal(["CONSTRAINT_VIOLATION id"], PingOneSandboxClient.Details(indirect));
        Assert.Equal(["DIRECT", "INDIRECT"], list.EnumerateArray().Select(row => row.GetProperty("type").GetString()));
        Assert.Equal((204, 404), (removed.Status, gone.Status));
    }

    [Fact]
    public async Task Populations_and_groups_are_found_by_name()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        JsonElement populations = (await visitor.GetAsync("/populations?filter=name%20sw%20%22St%22")).Json;
        JsonElement groups = (await visitor.GetAsync("/groups?filter=name%20eq%20%22vpn-users%22")).Json;
        Reply wrong = await visitor.GetAsync("/groups?filter=description%20eq%20%22x%22");

        Assert.Equal(
            "Staff",
            populations.GetProperty("_embedded").GetProperty("populations")[0].GetProperty("name").GetString());
        Assert.Equal(1, groups.GetProperty("count").GetInt32());
        Assert.Equal(["INVALID_FILTER filter"], PingOneSandboxClient.Details(wrong));
    }

    [Fact]
    public async Task Administrators_hold_role_assignments()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string admin = (await visitor.WhereAsync("username eq \"directory.admin\""))[0].GetProperty("id").GetString()!;
        string other = visitor.Server.Directory.UserIds[0];

        int held = (await visitor.GetAsync($"/users/{admin}/roleAssignments")).Json.GetProperty("count").GetInt32();
        int none = (await visitor.GetAsync($"/users/{other}/roleAssignments")).Json.GetProperty("count").GetInt32();

        Assert.Equal((3, 0), (held, none));
    }

    [Fact]
    public async Task The_schema_lists_standard_and_custom_attributes()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string id = (await visitor.GetAsync("/schemas")).Json.GetProperty("_embedded").GetProperty("schemas")[0]
            .GetProperty("id").GetString()!;

        var attributes = (await visitor.GetAsync($"/schemas/{id}/attributes")).Json.GetProperty("_embedded")
            .GetProperty("attributes").EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString()!);

        Assert.Equal("CUSTOM", attributes["department"].GetProperty("schemaType").GetString());
        Assert.Equal("STANDARD", attributes["email"].GetProperty("schemaType").GetString());
        Assert.Equal("COMPLEX", attributes["name"].GetProperty("type").GetString());
        Assert.True(attributes["username"].GetProperty("required").GetBoolean());
    }
}
