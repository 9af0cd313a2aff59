using System.Globalization;
using System.Text.Json;

namespace Personio.Sandbox.Tests;

/// <summary>The company that users see: nothing in it looks like test data, and its figures are consistent.</summary>
public sealed class BelievableCompanyTests
{
    private const string NotTexts =
        "id|date_time|created_at|updated_at|url|href|email|attribute_id|resource_uri|create_time";

    public static TheoryData<string> Lists => new(
        "v2/persons?limit=50", "v2/absence-types", "v2/absence-periods?limit=100", "v2/attendance-periods?limit=100",
        "v2/projects", "v2/org-units?type=department", "v2/org-units?type=team", "v2/legal-entities", "v2/cost-centers",
        "v2/workplaces", "v2/jobs", "v2/salary-bands", "v2/compensations/types", "v2/recruiting/jobs",
        "v2/recruiting/candidates", "v2/recruiting/applications", "v2/recruiting/categories", "v2/reports",
        "v2/document-management/documents?owner_id=4100", "v1/company/employees/attributes",
        "v1/company/document-categories", "v2/persons/4103/employments");

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Texts_are_single_lines_and_neither_formulas_nor_paths(string path)
    {
        using SandboxClient visitor = await LoginAsync();

        string[] texts = path.StartsWith("v1", StringComparison.Ordinal)
            ? [.. Texts((await visitor.GetAsync(path)).Json)]
            : [.. (await visitor.PagesAsync(path)).SelectMany(page => Texts(page.Json))];

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.False(IsHostile(text), text));
    }

    [Fact]
    public async Task The_hostile_company_has_what_the_believable_one_lacks()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        var odd = new List<string>();
        foreach (string path in new[] { "v2/persons?limit=50", "v2/document-management/documents?owner_id=4100" })
        {
            odd.AddRange((await visitor.PagesAsync(path)).SelectMany(page => Texts(page.Json)).Where(IsHostile));
        }

        Assert.Contains(odd, text => text.StartsWith('='));
        Assert.Contains(odd, text => text.Contains('"'));
        Assert.Contains("../x", odd);
        Assert.Contains(odd, text => text.Length > 200);
    }

    [Fact]
    public async Task Everybody_except_newcomers_has_a_unique_address()
    {
        using SandboxClient visitor = await LoginAsync(options => options.PersonCount = 600);

        JsonElement[] persons = await RowsAsync(visitor, "v2/persons?limit=50");
        string[] addresses = [.. persons.Select(person => Text(person, "email")).OfType<string>()];

        Assert.Equal(addresses.Length, addresses.Distinct().Count());
        Assert.InRange(addresses.Length, 500, 599);
        Assert.All(addresses, address => Assert.Matches(@"^[a-z]+\.[a-z]+\d*@example\.org$", address));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(300)]
    public async Task Every_person_has_an_active_supervisor_except_the_first(int count)
    {
        using SandboxClient visitor = await LoginAsync(options => options.PersonCount = count);
        Dictionary<string, JsonElement> jobs = await JobsAsync(visitor);

        Assert.Null(Supervisor(jobs["4100"]));
        foreach ((string person, JsonElement job) in jobs.Where(pair => pair.Key != "4100"))
        {
            JsonElement boss = jobs[Supervisor(job)!];

            Assert.NotEqual(person, Supervisor(job));
            Assert.Equal("ACTIVE", Text(boss, "status"));
            Assert.Matches("^(Managing Director|Head of|Vertriebsleitung|Team Lead)", Text(boss, "position", "title"));
        }
    }

    [Fact]
    public async Task Absences_neither_overlap_nor_leave_the_employment_and_only_future_ones_wait()
    {
        using SandboxClient visitor = await LoginAsync();
        Dictionary<string, JsonElement> jobs = await JobsAsync(visitor);

        foreach (IGrouping<string, JsonElement> own in (await RowsAsync(visitor, "v2/absence-periods?limit=100"))
            .GroupBy(row => Text(row, "person", "id")!))
        {
            DateTime end = DateTime.MinValue;
            string? last = Text(jobs[own.Key], "employment_end_date");
            foreach (JsonElement row in own.OrderBy(row => Text(row, "starts_from", "date_time")))
            {
                DateTime start = Moment(row, "starts_from")!.Value;

                Assert.True(start >= end, $"{own.Key} is away twice on {start}");
                Assert.True(start >= Day(jobs[own.Key], "employment_start_date"));
                end = Moment(row, "ends_at") ?? DateTime.MaxValue;
                Assert.True(last is null || end <= Day(jobs[own.Key], "employment_end_date").AddDays(1));
                Assert.True(Text(row, "approval", "status") != "PENDING" || start > Today);
            }
        }
    }

    [Fact]
    public async Task No_time_is_tracked_on_a_whole_day_off_or_before_the_first_day()
    {
        using SandboxClient visitor = await LoginAsync();
        Dictionary<string, JsonElement> jobs = await JobsAsync(visitor);
        ILookup<string, (DateTime From, DateTime To)> off = (await RowsAsync(visitor, "v2/absence-periods?limit=100"))
            .Where(row => Text(row, "approval", "status") == "APPROVED"
                && Text(row, "starts_from", "type") == "FIRST_HALF"
                && Text(row, "ends_at", "type") is null or "SECOND_HALF")
            .Where(row => Moment(row, "ends_at") is not null && Text(row, "starts_from", "type") is not null)
            .ToLookup(
                row => Text(row, "person", "id")!,
                row => (Moment(row, "starts_from")!.Value, Moment(row, "ends_at")!.Value));

        JsonElement[] tracked = await RowsAsync(visitor, "v2/attendance-periods?limit=100");

        Assert.InRange(tracked.Length, 1000, 10_000);
        Assert.NotEmpty(off);
        Assert.All(tracked, row =>
        {
            DateTime start = Moment(row, "start")!.Value;
            string person = Text(row, "person", "id")!;
            Assert.True(start.Date >= Day(jobs[person], "employment_start_date"));
            Assert.DoesNotContain(off[person], days => start >= days.From && start < days.To);
        });
    }

    [Fact]
    public async Task A_year_of_vacation_is_not_used_up_and_nobody_has_a_balance_of_sick_days()
    {
        using SandboxClient visitor = await LoginAsync();
        for (int id = 4100; id < 4130; id++)
        {
            JsonElement[] balances =
            [
                .. (await visitor.GetAsync($"v1/company/employees/{id}/absences/balance")).Json.GetProperty("data")
                    .EnumerateArray(),
            ];

            Assert.InRange(balances[0].GetProperty("balance").GetDecimal(), -5, 30);
            Assert.Equal(0, balances[1].GetProperty("balance").GetDecimal());
        }
    }

    [Fact]
    public async Task Salaries_lie_within_the_band_of_the_job()
    {
        using SandboxClient visitor = await LoginAsync();
        Dictionary<string, JsonElement> jobs = await JobsAsync(visitor);
        JsonElement[] bands = await RowsAsync(visitor, "v2/salary-bands");
        (decimal Least, decimal Most)[] paid = [.. bands.Select(band =>
            (band.GetProperty("minimum").GetDecimal(), band.GetProperty("maximum").GetDecimal()))];

        JsonElement[] salaries =
        [
            .. (await RowsAsync(visitor, "v2/compensations?person.id=4101,4104,4110,4116,4119"))
                .Where(row => Text(row, "type", "category") == "FIXED_SALARY"),
        ];

        Assert.NotEmpty(salaries);
        Assert.All(salaries, row =>
        {
            decimal year = row.GetProperty("amount").GetProperty("value").GetDecimal() * 12;
            Assert.Contains(paid, band => year >= band.Least - 120 && year <= band.Most + 120);
        });
    }

    private static DateTime Today => SandboxClient.UsualOptions.Today!.Value.ToDateTime(default);

    private static Task<SandboxClient> LoginAsync(Action<SandboxOptions>? turn = null) =>
        SandboxClient.LoginAsync(options =>
        {
            options.Hostile = false;
            turn?.Invoke(options);
        });

    private static bool IsHostile(string text) => text.Length > 80 || text.Trim() != text
        || text.IndexOfAny(['=', '"', '\n', '\r', '\\', '<', '@', ';']) >= 0
        || text.StartsWith('-') || text.StartsWith('.') || text.StartsWith('/') || text is "nul" or "CON.txt";

    private static async Task<JsonElement[]> RowsAsync(SandboxClient visitor, string path) =>
        [.. (await visitor.PagesAsync(path)).SelectMany(page => page.Json.GetProperty("_data").EnumerateArray())];

    /// <summary>The current employment of every person.</summary>
    private static async Task<Dictionary<string, JsonElement>> JobsAsync(SandboxClient visitor)
    {
        var jobs = new Dictionary<string, JsonElement>();
        foreach (string person in visitor.Tenant.PersonIds)
        {
            jobs[person] = (await RowsAsync(visitor, $"v2/persons/{person}/employments"))[0];
        }

        return jobs;
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Where(member => !NotTexts.Split('|').Contains(member.Name)).SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private static string? Supervisor(JsonElement job) => Text(job, "supervisor", "id");

    private static DateTime? Moment(JsonElement row, string name) => Text(row, name, "date_time") is { } text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture)
        : null;

    private static DateTime Day(JsonElement row, string name) =>
        DateTime.Parse(Text(row, name)!, CultureInfo.InvariantCulture);
}
