using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class OrganizationTests
{
    [Theory]
    [InlineData("department")]
    [InlineData("team")]
    public async Task Org_units_are_listed_by_type_with_the_filter_repeated_in_the_link(string type)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"v2/org-units?type={type}&limit=3", beta: true);
        var types = pages.SelectMany(page => page.Data).Select(row => row.GetProperty("type").GetString());

        Assert.Equal([3, 3, 2], pages.Select(page => page.Data.Count));
        Assert.Equal([type], types.Distinct());
        Assert.EndsWith($"&type={type}", pages[0].Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parent_chain_has_only_ids_in_a_list_and_everything_in_a_single_unit()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply list = await visitor.GetAsync("v2/org-units?type=department&include_parent_chain=true", beta: true);
        Reply one = await visitor.GetAsync("v2/org-units/57?type=department&include_parent_chain=true");
        Reply without = await visitor.GetAsync("v2/org-units/57?type=department");

        JsonElement listed = list.Data.Single(row => row.GetProperty("id").GetString() == "57");
        Assert.Equal("""[{"id":"51"},{"id":"50"}]""", listed.GetProperty("parent_chain").GetRawText());
        JsonElement[] parents = [.. one.Json.GetProperty("parent_chain").EnumerateArray()];
        Assert.Equal(["51", "50"], parents.Select(parent => parent.GetProperty("id").GetString()));
        Assert.Equal("Finance", parents[0].GetProperty("name").GetString());
        Assert.False(without.Json.TryGetProperty("parent_chain", out _));
        Assert.Equal("51", without.Json.GetProperty("parent_id").GetString());
    }

    [Theory]
    [InlineData("v2/org-units", 400)]
    [InlineData("v2/org-units?type=division", 400)]
    [InlineData("v2/org-units?type=team&sort=size", 400)]
    [InlineData("v2/org-units?type=team&limit=0", 400)]
    [InlineData("v2/org-units?type=team&limit=101", 200)]
    [InlineData("v2/org-units/51", 400)]
    [InlineData("v2/org-units/51?type=team", 404)]
    [InlineData("v2/org-units/77?type=department", 404)]
    [InlineData("v2/legal-entities?id=abc", 400)]
    [InlineData("v2/legal-entities?limit=0", 400)]
    [InlineData("v2/cost-centers?sort=weight", 400)]
    [InlineData("v2/workplaces?limit=many", 400)]
    [InlineData("v2/workplaces?limit=101", 200)]
    public async Task Unknown_ids_and_bad_queries_are_rejected_and_unbounded_limits_are_accepted(
        string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path, beta: true);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Legal_entities_come_newest_first_and_are_found_by_country()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply all = await visitor.GetAsync("v2/legal-entities");
        Reply some = await visitor.GetAsync("v2/legal-entities?country=AT,US");
        Reply one = await visitor.GetAsync("v2/legal-entities/12");

        Assert.Equal(["14", "13", "12"], all.Ids);
        Assert.Equal(["14", "13"], some.Ids);
        Assert.Equal("DE", one.Json.GetProperty("country").GetString());
        Assert.True(one.Json.GetProperty("assigned_employees").GetInt32() > 0);
    }

    [Fact]
    public async Task An_unknown_legal_entity_is_not_found_with_its_own_anchor()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync("v2/legal-entities/77");

        Assert.Equal(404, reply.Status);
        Assert.EndsWith(
            "common.requested_resource_not_found",
            reply.Json.GetProperty("errors")[0].GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_feature_the_list_is_empty_and_a_single_entity_fails_a_precondition()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.LegalEntities = false);

        Reply list = await visitor.GetAsync("v2/legal-entities");
        Reply one = await visitor.GetAsync("v2/legal-entities/12");

        Assert.Empty(list.Data);
        Assert.Equal(412, one.Status);
        Assert.Equal("No access to legal entities feature.", one.ErrorDetail);
    }

    [Fact]
    public async Task Cost_centers_are_found_by_id_and_name_and_sorted_on_request()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply usual = await visitor.GetAsync("v2/cost-centers?limit=2", beta: true);
        Reply backwards = await visitor.GetAsync("v2/cost-centers?sort=-name", beta: true);
        Reply named = await visitor.GetAsync("v2/cost-centers?name=50102%20Treasury&id=1201,1202", beta: true);

        Assert.Equal(["1201", "1202"], usual.Ids);
        Assert.Equal("1206", backwards.Ids[0]);
        Assert.Equal(["1202"], named.Ids);
    }

    [Fact]
    public async Task Every_workplace_of_an_employment_is_in_the_list()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply workplaces = await visitor.GetAsync("v2/workplaces", beta: true);

        Reply employments = await visitor.GetAsync("v2/persons/4101/employments");

        Assert.All(employments.Data, row => Assert.Contains(
            row.GetProperty("office").GetProperty("id").GetString(), workplaces.Ids));
    }
}
