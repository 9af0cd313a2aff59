namespace Personio.Sandbox.Tests;

public sealed class ProjectMemberTests
{
    private const string Path = "v2/projects/82173/members";

    [Fact]
    public async Task All_pages_together_have_every_member_exactly_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}?limit=4");

        Assert.Equal([4, 4, 1], pages.Select(page => page.Data.Count));
        Assert.Equal(visitor.Tenant.PersonIds.Take(9), pages.SelectMany(Members));
    }

    [Theory]
    [InlineData("v2/projects/82173/members?limit=300", 422)]
    [InlineData("v2/projects/82173/members?person_id=4100", 400)]
    [InlineData("v2/projects/1/members", 404)]
    public async Task A_bad_list_request_is_refused(string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task New_members_join_once_and_end_the_assignment_to_everyone()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        const string Open = "v2/projects/82174";

        Reply reply = await visitor.PostAsync($"{Open}/members", """
            [{"person":{"id":"4110"}},{"person":{"id":"4111"}},{"person":{"id":"4110"}}]
            """);
        Reply again = await visitor.PostAsync($"{Open}/members", """[{"person":{"id":"4110"}}]""");
        Reply listed = await visitor.GetAsync($"{Open}/members");
        Reply project = await visitor.GetAsync(Open);

        Assert.Equal([201, 201], [reply.Status, again.Status]);
        Assert.Equal(["4110", "4111"], Members(listed));
        Assert.False(project.Json.GetProperty("assigned_to_all").GetBoolean());
        Assert.Equal(new LedgerEntry("POST", "/v2/projects/82174/members", "82174"), visitor.Tenant.Ledger[0]);
    }

    [Theory]
    [InlineData("82173", """{"person":{"id":"4110"}}""", 400)]
    [InlineData("82173", """["4110"]""", 400)]
    [InlineData("82173", """[{"id":"4110"}]""", 400)]
    [InlineData("82173", """[{"person":"4110"}]""", 400)]
    [InlineData("82173", "not json", 400)]
    [InlineData("82173", "[]", 422)]
    [InlineData("82173", """[{"person":{"id":"4110"}},{"person":{"id":"77"}}]""", 422)]
    [InlineData("82177", """[{"person":{"id":"4110"}}]""", 422)]
    [InlineData("1", """[{"person":{"id":"4110"}}]""", 404)]
    public async Task One_bad_member_fails_the_whole_request(string project, string body, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.PostAsync($"v2/projects/{project}/members", body);
        Reply listed = await visitor.GetAsync(Path);

        Assert.Equal(status, reply.Status);
        Assert.DoesNotContain("4110", Members(listed));
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("?person_id=4100,4102", 7, 1)]
    [InlineData("?person_id=4100&person_id=4102", 7, 1)]
    [InlineData("?person_id=4159,77", 9, 0)]
    [InlineData("", 0, 1)]
    public async Task Removing_removes_the_named_members_or_all_if_none_is_named(string query, int left, int changes)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.DeleteAsync(Path + query);
        Reply listed = await visitor.GetAsync(Path);

        Assert.Equal(204, reply.Status);
        Assert.Equal(left, listed.Data.Count);
        Assert.Equal(changes, visitor.Tenant.Ledger.Count);
    }

    [Theory]
    [InlineData("v2/projects/82173/members?person.id=4100", 400)]
    [InlineData("v2/projects/82173/members?person_id=", 422)]
    [InlineData("v2/projects/82173/members?person_id=4100,", 422)]
    [InlineData("v2/projects/82177/members?person_id=4100", 422)]
    [InlineData("v2/projects/1/members", 404)]
    public async Task A_removal_that_is_not_as_documented_removes_nobody(string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.DeleteAsync(path);
        Reply listed = await visitor.GetAsync(Path);

        Assert.Equal(status, reply.Status);
        Assert.Equal(9, listed.Data.Count);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Members_in_a_body_are_refused_instead_of_clearing_the_list()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.SendAsync(
            HttpMethod.Delete, Path, new StringContent("""{"person_id":["4100"]}"""));

        Assert.Equal(400, reply.Status);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Assigning_a_project_to_everyone_removes_its_members_and_former_members_can_return()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        await visitor.PatchAsync("v2/projects/82173", """{"assigned_to_all":true}""");
        Reply nobody = await visitor.GetAsync(Path);
        await visitor.PostAsync(Path, """[{"person":{"id":"4100"}}]""");
        Reply one = await visitor.GetAsync(Path);

        Assert.Empty(nobody.Data);
        Assert.Equal(["4100"], Members(one));
    }

    private static IEnumerable<string?> Members(Reply reply) =>
        reply.Data.Select(row => row.GetProperty("person").GetProperty("id").GetString());
}
