using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class JobTests
{
    [Theory]
    [InlineData("v2/jobs", 10)]
    [InlineData("v2/salary-bands", 6)]
    public async Task All_pages_together_have_everything_once_and_the_highest_id_first(string path, int limit)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{path}?limit={limit}");
        string?[] ids = [.. pages.SelectMany(page => page.Ids)];

        Assert.True(pages.Count > 2);
        Assert.Equal(ids.Distinct().OrderDescending(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Every_job_that_an_employment_names_is_in_the_catalog()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply employment = await visitor.GetAsync("v2/persons/4100/employments");
        string id = employment.Data[0].GetProperty("job").GetProperty("id").GetString()!;

        Reply job = await visitor.GetAsync($"v2/jobs/{id}");

        Assert.Equal((200, id), (job.Status, job.Json.GetProperty("id").GetString()));
        Assert.Contains(id, visitor.Tenant.JobIds);
        Assert.Equal(36, visitor.Tenant.JobIds.Count);
    }

    [Fact]
    public async Task Jobs_show_their_salary_bands_only_to_those_who_may_read_them()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply with = await visitor.GetAsync("v2/jobs?limit=100");
        string[] bands = [.. with.Data.SelectMany(Bands)];
        JsonElement job = with.Data.First(row => Bands(row).Any());
        visitor.Server.RevokeScope("personio:salary-bands:read");
        await visitor.RenewAsync();

        Reply without = await visitor.GetAsync("v2/jobs?limit=100");
        Reply one = await visitor.GetAsync($"v2/jobs/{job.GetProperty("id").GetString()}");
        Reply denied = await visitor.GetAsync($"v2/salary-bands/{bands[0]}");
        visitor.Server.GrantScope("personio:salary-bands:read");
        await visitor.RenewAsync();
        Reply band = await visitor.GetAsync($"v2/salary-bands/{bands[0]}");

        Assert.Equal(with.Ids, without.Ids);
        Assert.Empty(without.Data.SelectMany(Bands));
        Assert.Empty(Bands(one.Json));
        Assert.Equal([403, 200], [denied.Status, band.Status]);
        Assert.True(
            band.Json.GetProperty("minimum").GetDecimal() < band.Json.GetProperty("maximum").GetDecimal());
    }

    [Fact]
    public async Task Lists_can_be_filtered_and_sorted_by_name()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply sorted = await visitor.GetAsync("v2/jobs?sort=name&limit=100");
        Reply reversed = await visitor.GetAsync("v2/jobs?sort=-name&limit=100");
        Reply named = await visitor.GetAsync($"v2/jobs?name={Uri.EscapeDataString(Name(sorted.Data[0]))}");
        Reply some = await visitor.GetAsync($"v2/jobs?id={sorted.Ids[3]},{sorted.Ids[1]}&sort=name");

        Assert.Equal(sorted.Data.Select(Name).Order(StringComparer.Ordinal), sorted.Data.Select(Name));
        Assert.Equal(sorted.Ids.Reverse(), reversed.Ids);
        Assert.Equal([sorted.Ids[0]], named.Ids);
        Assert.Equal([sorted.Ids[1], sorted.Ids[3]], some.Ids);
    }

    [Theory]
    [InlineData("v2/jobs?limit=101", 400)]
    [InlineData("v2/jobs?sort=level", 400)]
    [InlineData("v2/jobs?cursor=x", 400)]
    [InlineData("v2/jobs?level=L1", 400)]
    [InlineData("v2/jobs/1", 404)]
    [InlineData("v2/salary-bands/1", 404)]
    [InlineData("v2/salary-bands?limit=0", 400)]
    [InlineData("v2/salary-bands?currency=EUR", 400)]
    public async Task A_bad_request_is_refused(string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(status, reply.Status);
    }

    private static IEnumerable<string> Bands(JsonElement row) =>
        row.GetProperty("salary_band_ids").EnumerateArray().Select(id => id.GetString()!);

    private static string Name(JsonElement row) => row.GetProperty("name").GetString()!;
}
