using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests;

public sealed class CompensationTests
{
    private const string Path = "v2/compensations";

    [Fact]
    public async Task All_pages_of_a_month_together_have_all_its_rows_exactly_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}?limit=7");
        IReadOnlyList<Reply> asked = await visitor.PagesAsync($"{Path}?start_date=2026-06-01&end_date=2026-06-30");
        IReadOnlyList<Reply> oneDay = await visitor.PagesAsync($"{Path}?end_date=2026-06-09");
        string?[] ids = [.. pages.SelectMany(page => page.Ids)];

        Assert.True(pages.Count > 5);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids, asked.SelectMany(page => page.Ids));
        Assert.Equal(ids, oneDay.SelectMany(page => page.Ids));
        Assert.All(
            pages.SelectMany(page => page.Data),
            row => Assert.True(string.CompareOrdinal(From(row), "2026-07") < 0));
    }

    [Fact]
    public async Task Amounts_are_nested_and_every_category_and_interval_occurs()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        var rows = new Dictionary<string, JsonElement>();
        foreach (string month in new[] { "2026-03-15", "2026-04-15", "2026-05-15", "2026-06-15" })
        {
            IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}?start_date={month}");
            foreach (JsonElement row in pages.SelectMany(page => page.Data))
            {
                rows[row.GetProperty("id").GetString()!] = row;
            }
        }

        Assert.Equal(
            ["FIXED_SALARY", "HOURLY_SALARY", "ONE_TIME", "RECURRING"],
            rows.Values.Select(row => row.GetProperty("type").GetProperty("category").GetString()).Distinct().Order());
        Assert.Superset(
            new HashSet<string?> { "MONTHLY", "QUARTERLY", "HALF-YEARLY", "YEARLY", null },
            rows.Values.Select(row => row.GetProperty("interval").GetString()).ToHashSet());
        Assert.Equal(
            ["EUR", "USD"],
            rows.Values.Select(row => Amount(row).GetProperty("currency").GetString()).Distinct().Order());
        Assert.All(rows.Values, row => Assert.True(Amount(row).GetProperty("value").GetDecimal() > 0));
    }

    [Fact]
    public async Task A_raise_takes_effect_on_its_day_and_not_on_the_day_before()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply now = await visitor.GetAsync($"{Path}?person.id=4104");
        JsonElement raised = now.Data.Single(row => Category(row) == "FIXED_SALARY");
        var day = DateOnly.Parse(From(raised), null);

        Reply before = await visitor.GetAsync($"{Path}?person.id=4104&{Day(day.AddDays(-1))}");
        Reply on = await visitor.GetAsync($"{Path}?person.id=4104&{Day(day)}");

        Assert.DoesNotContain(raised.GetProperty("id").GetString(), before.Ids);
        Assert.Contains(raised.GetProperty("id").GetString(), on.Ids);
        Assert.Single(before.Data, row => Category(row) == "FIXED_SALARY");
        Assert.Single(on.Data, row => Category(row) == "FIXED_SALARY");
    }

    [Fact]
    public async Task Filters_by_person_and_entity_are_combined_with_AND()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply both = await visitor.GetAsync($"{Path}?person.id=4100,4104&legal_entity.id=13");

        Assert.NotEmpty(both.Data);
        Assert.All(both.Data, row => Assert.Equal("4104", row.GetProperty("person").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("start_date=2026-01-01&end_date=2026-02-01")]
    [InlineData("start_date=2026-01-31&end_date=2026-02-28")]
    [InlineData("start_date=2026-01-02&end_date=2026-01-01")]
    [InlineData("start_date=2026-01-01T00:00:00")]
    [InlineData("effective_date=2026-01-01")]
    [InlineData("limit=101")]
    [InlineData("cursor=x")]
    public async Task A_bad_query_is_refused(string query)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}?{query}");

        Assert.Equal(400, reply.Status);
    }

    [Theory]
    [InlineData("start_date=2026-01-01&end_date=2026-01-31")]
    [InlineData("start_date=2026-01-15&end_date=2026-02-14")]
    [InlineData("start_date=2026-02-28&end_date=2026-02-28")]
    public async Task A_window_of_a_month_is_not_too_long(string query)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path}?{query}");

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("Shift allowance", "", "MONTHLY")]
    [InlineData("Shift allowance", "HALF-YEARLY", "HALF-YEARLY")]
    [InlineData("Welcome bonus", "YEARLY", null)]
    [InlineData("Base salary", "YEARLY", "YEARLY")]
    public async Task A_new_compensation_is_written_flat_and_read_nested(string type, string interval, string? expected)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = await BodyAsync(visitor, type);
        if (interval != "")
        {
            body["interval"] = interval;
        }

        Reply reply = await visitor.PostAsync(Path, body);
        string id = reply.Json.GetProperty("id").GetString()!;
        Reply read = await visitor.GetAsync($"{Path}?person.id=4101&start_date=2026-07-01");
        JsonElement row = read.Data.Single(one => one.GetProperty("id").GetString() == id);

        Assert.Equal(200, reply.Status);
        Assert.Equal("""{"value":150.25,"currency":"EUR"}""", row.GetProperty("amount").GetRawText());
        Assert.Equal(expected, row.GetProperty("interval").GetString());
        Assert.Equal([new LedgerEntry("POST", "/v2/compensations", id)], visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task A_new_base_salary_ends_the_previous_one()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        await visitor.PostAsync(Path, await BodyAsync(visitor, "Base salary"));
        Reply june = await visitor.GetAsync($"{Path}?person.id=4101&{Day(new DateOnly(2026, 6, 30))}");
        Reply july = await visitor.GetAsync($"{Path}?person.id=4101&{Day(new DateOnly(2026, 7, 1))}");

        JsonElement before = june.Data.Single(row => Category(row) == "FIXED_SALARY");
        JsonElement after = july.Data.Single(row => Category(row) == "FIXED_SALARY");
        Assert.NotEqual(150.25m, before.GetProperty("amount").GetProperty("value").GetDecimal());
        Assert.Equal(150.25m, after.GetProperty("amount").GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("person", null, 400)]
    [InlineData("type", null, 400)]
    [InlineData("value", null, 400)]
    [InlineData("effective_from", null, 400)]
    [InlineData("value", "\"150\"", 400)]
    [InlineData("value", "150.255", 400)]
    [InlineData("amount", """{"value":1,"currency":"EUR"}""", 400)]
    [InlineData("currency", "\"euro\"", 400)]
    [InlineData("interval", "\"HALF_YEARLY\"", 400)]
    [InlineData("effective_from", "\"01.07.2026\"", 400)]
    [InlineData("person", """{"id":"77"}""", 422)]
    [InlineData("type", """{"id":"77"}""", 422)]
    public async Task A_body_that_is_not_as_documented_is_refused(string field, string? value, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = await BodyAsync(visitor, "Shift allowance");
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        Reply reply = await visitor.PostAsync(Path, body);

        Assert.Equal(status, reply.Status);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("personio:compensations:read")]
    [InlineData("personio:compensations:write")]
    public async Task Writing_compensations_needs_both_scopes(string scope)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = await BodyAsync(visitor, "Shift allowance");
        visitor.Server.RevokeScope(scope);
        await visitor.RenewAsync();

        Reply reply = await visitor.PostAsync(Path, body);

        Assert.Equal(403, reply.Status);
    }

    [Fact]
    public async Task A_new_type_is_returned_completely_and_listed()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.PostAsync($"{Path}/types", """{"name":"Prämie, \"x\"","category":"ONE_TIME"}""");
        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path}/types?limit=4");

        Assert.Equal(200, reply.Status);
        Assert.Equal("Prämie, \"x\"", reply.Json.GetProperty("name").GetString());
        Assert.True(reply.Json.TryGetProperty("_meta", out _));
        Assert.Equal(2, pages.Count);
        Assert.Equal(reply.Json.GetProperty("id").GetString(), pages[^1].Ids[^1]);
        Assert.Single(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"category":"ONE_TIME"}""")]
    [InlineData("""{"name":"x","category":"FIXED_SALARY"}""")]
    [InlineData("""{"name":"x","category":"ONE_TIME","id":"1"}""")]
    public async Task A_type_that_is_not_as_documented_is_a_bad_request(string body)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.PostAsync($"{Path}/types", body);
        Reply list = await visitor.GetAsync($"{Path}/types?limit=101");

        Assert.Equal([400, 400], [reply.Status, list.Status]);
    }

    private static async Task<JsonObject> BodyAsync(SandboxClient visitor, string type)
    {
        Reply types = await visitor.GetAsync($"{Path}/types");
        JsonElement known = types.Data.Single(row => row.GetProperty("name").GetString() == type);
        return new JsonObject
        {
            ["person"] = new JsonObject { ["id"] = "4101" },
            ["type"] = new JsonObject { ["id"] = known.GetProperty("id").GetString() },
            ["value"] = 150.25m,
            ["effective_from"] = "2026-07-01",
            ["comment"] = "Night shifts",
        };
    }

    private static string Day(DateOnly day) => $"start_date={day:yyyy-MM-dd}&end_date={day:yyyy-MM-dd}";

    private static string From(JsonElement row) => row.GetProperty("effective_from").GetString()!;

    private static JsonElement Amount(JsonElement row) => row.GetProperty("amount");

    private static string? Category(JsonElement row) => row.GetProperty("type").GetProperty("category").GetString();
}
