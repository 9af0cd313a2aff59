using System.Text.Json;

namespace Personio.Sandbox.Tests;

/// <summary>The limits on reading compensations, and the salary that replaces another.</summary>
public sealed class CompensationLimitTests
{
    private const string Path = "v2/compensations";

    [Fact]
    public async Task A_third_concurrent_request_without_persons_is_refused_for_half_a_minute()
    {
        using SandboxClient visitor = await SlowAsync();

        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.GetAsync(Path)));

        Assert.Equal([200, 200, 429], replies.Select(reply => reply.Status).Order());
        Reply refused = replies.Single(reply => reply.Status == 429);
        Assert.Equal("30", refused.Header("Retry-After"));
        Assert.Equal(
            "compensations.too_many_requests", refused.Json.GetProperty("errors")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Requests_with_persons_and_their_further_pages_do_not_count()
    {
        using SandboxClient visitor = await SlowAsync();
        Reply first = await visitor.GetAsync($"{Path}?person.id=4100,4101,4102&limit=1");

        Reply[] replies = await Task.WhenAll(
            visitor.GetAsync(Path), visitor.GetAsync(Path), visitor.GetAsync(first.Next!),
            visitor.GetAsync($"{Path}?person.id=4100"));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
    }

    [Fact]
    public async Task A_listing_that_requests_too_much_is_unprocessable_and_one_for_a_person_is_not()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.CompensationRows = 20);

        Reply all = await visitor.GetAsync(Path);
        Reply one = await visitor.GetAsync($"{Path}?person.id=4100");

        Assert.Equal([422, 200], [all.Status, one.Status]);
        Assert.False(all.Message.Headers.Contains("Retry-After"));
    }

    [Fact]
    public async Task A_service_that_is_down_says_when_to_retry()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.CompensationsDown = true);

        Reply reply = await visitor.GetAsync(Path);

        Assert.Equal((503, "30"), (reply.Status, reply.Header("Retry-After")));
    }

    [Fact]
    public async Task A_company_without_the_feature_refuses_to_write_despite_both_scopes()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.CompensationWrites = false);

        Reply reply = await visitor.PostAsync(Path, await SalaryAsync(visitor, 4000, "2026-07-01"));

        Assert.Equal(403, reply.Status);
    }

    [Fact]
    public async Task A_second_fixed_salary_from_the_same_day_replaces_the_first()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        await visitor.PostAsync(Path, await SalaryAsync(visitor, 4000, "2026-07-01"));

        Reply again = await visitor.PostAsync(Path, await SalaryAsync(visitor, 4500.5m, "2026-07-01"));
        Reply read = await visitor.GetAsync($"{Path}?person.id=4100&start_date=2026-07-01&end_date=2026-07-01");

        JsonElement salary = read.Data.Single(
            row => row.GetProperty("type").GetProperty("category").GetString() == "FIXED_SALARY");
        Assert.Equal(200, again.Status);
        Assert.Equal(again.Json.GetProperty("id").GetString(), salary.GetProperty("id").GetString());
        Assert.Equal(4500.5m, salary.GetProperty("amount").GetProperty("value").GetDecimal());
    }

    private static Task<SandboxClient> SlowAsync() =>
        SandboxClient.LoginAsync(options => options.Latency = TimeSpan.FromMilliseconds(400));

    private static async Task<object> SalaryAsync(SandboxClient visitor, decimal value, string from)
    {
        Reply types = await visitor.GetAsync($"{Path}/types");
        string? type = types.Data.Single(row => row.GetProperty("name").GetString() == "Base salary")
            .GetProperty("id").GetString();
        return new { person = new { id = "4100" }, type = new { id = type }, value, effective_from = from };
    }
}
