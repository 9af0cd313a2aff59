namespace Personio.Sandbox.Tests;

public sealed class AttendanceTests
{
    [Fact]
    public async Task All_pages_together_have_every_period_exactly_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 7);

        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/attendance-periods");

        Assert.True(pages.Count > 3);
        Assert.Equal(visitor.Tenant.AttendancePeriodIds, pages.SelectMany(page => page.Ids));
    }

    [Fact]
    public async Task Everybody_has_as_many_rows_a_day_as_requested()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options =>
        {
            options.AttendanceDays = 4;
            options.AttendanceRows = 3;
        });

        // Monday and Tuesday before a Wednesday; today's periods are still running.
        IReadOnlyList<Reply> pages = await visitor.PagesAsync(
            "v2/attendance-periods?end.date_time.gte=2026-06-01T00:00:00");

        string[][] days = [.. pages.SelectMany(page => page.Data)
            .GroupBy(row => (
                row.GetProperty("person").GetProperty("id").GetString(),
                row.GetProperty("attribution_date").GetString()))
            .Select(day => day.Select(row => row.GetProperty("type").GetString()!).ToArray())];
        Assert.True(days.Length > 60);
        Assert.All(days, types => Assert.Equal(["WORK", "BREAK", "WORK"], types));
    }

    [Fact]
    public async Task Sorted_pages_are_in_order_across_their_boundaries()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 7);

        IReadOnlyList<Reply> pages = await visitor.PagesAsync(
            "v2/attendance-periods?limit=50&sort=person.id,-start.date_time");

        (string Person, string Start)[] keys = [.. pages.SelectMany(page => page.Data).Select(row => (
            row.GetProperty("person").GetProperty("id").GetString()!,
            row.GetProperty("start").GetProperty("date_time").GetString()!))];
        Assert.Equal(visitor.Tenant.AttendancePeriodIds.Order(), pages.SelectMany(page => page.Ids).Order());
        Assert.Equal(
            keys.OrderBy(key => key.Person, StringComparer.Ordinal)
                .ThenByDescending(key => key.Start, StringComparer.Ordinal),
            keys);
    }

    [Theory]
    [InlineData("limit=101")]
    [InlineData("cursor=x")]
    [InlineData("sort=comment")]
    [InlineData("status=APPROVED")]
    [InlineData("type=WORK")]
    [InlineData("updated_at.gte=2026-06-01T00:00:00Z")]
    [InlineData("updated_at.gte=2026-06-01T00:00:00%2B02:00")]
    [InlineData("updated_at.gte=2026-06-01T00:00:00.000")]
    [InlineData("updated_at.lte=2026-06-01")]
    [InlineData("start.date_time.gte=2026-06-01T00:00:00Z")]
    [InlineData("attribution_date.gte=2026-06-01T00:00:00")]
    [InlineData("attribution_date.gt=2026-06-01")]
    public async Task A_bad_query_is_refused(string query)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 1);

        Reply reply = await visitor.GetAsync($"v2/attendance-periods?{query}");

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task A_timestamp_with_a_time_zone_is_invalid_content()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 1);

        Reply reply = await visitor.GetAsync("v2/attendance-periods?updated_at.gte=2026-06-01T00:00:00Z");

        Assert.Equal("Invalid request content.", reply.ErrorDetail);
    }

    [Fact]
    public async Task Attribution_dates_are_inclusive_on_both_sides()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync(
            "v2/attendance-periods?attribution_date.gte=2026-06-08&attribution_date.lte=2026-06-09");

        var days = pages.SelectMany(page => page.Data).Select(row => row.GetProperty("attribution_date").GetString());
        Assert.Equal(["2026-06-08", "2026-06-09"], days.Distinct().Order());
    }

    [Fact]
    public async Task Filters_by_person_project_and_status_are_combined_with_AND()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync(
            "v2/attendance-periods?person.id=4101,4103&person.id=4105&project.id=82173&status=CONFIRMED&limit=5");
        var rows = pages.SelectMany(page => page.Data).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("82173", row.GetProperty("project").GetProperty("id").GetString()));
        Assert.All(
            rows, row => Assert.Equal("CONFIRMED", row.GetProperty("approval").GetProperty("status").GetString()));
        Assert.Equal(
            ["4101", "4103", "4105"],
            rows.Select(row => row.GetProperty("person").GetProperty("id").GetString()).Distinct().Order());
    }

    [Fact]
    public async Task A_period_that_began_exactly_at_the_bound_is_included()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 3);
        Reply any = await visitor.GetAsync("v2/attendance-periods?limit=1");
        string start = any.Data[0].GetProperty("start").GetProperty("date_time").GetString()!;

        Reply from = await visitor.GetAsync($"v2/attendance-periods?start.date_time.gte={start}");
        Reply to = await visitor.GetAsync($"v2/attendance-periods?start.date_time.lte={start}");

        Assert.Contains(any.Ids[0], from.Ids);
        Assert.Contains(any.Ids[0], to.Ids);
    }

    [Fact]
    public async Task A_night_shift_counts_for_the_day_on_which_it_began()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 1);
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string id = visitor.Tenant.AddAttendancePeriod(
            person, "WORK", "2026-06-08T22:00:00", "2026-06-09T06:00:00", "CONFIRMED", "82173");

        Reply firstDay = await visitor.GetAsync(
            $"v2/attendance-periods?person.id={person}"
            + "&attribution_date.gte=2026-06-08&attribution_date.lte=2026-06-08");
        Reply secondDay = await visitor.GetAsync(
            $"v2/attendance-periods?person.id={person}&attribution_date.gte=2026-06-09");

        Assert.Equal([id], firstDay.Ids);
        Assert.Empty(secondDay.Data);
        Assert.Equal(visitor.Tenant.FindAttendancePeriodJson(id), firstDay.Data[0].GetRawText());
    }

    [Fact]
    public async Task A_running_period_has_no_end_and_is_not_found_by_end_filters()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 0);
        Reply all = await visitor.GetAsync("v2/attendance-periods");

        Reply ended = await visitor.GetAsync("v2/attendance-periods?end.date_time.gte=2000-01-01T00:00:00");
        Reply one = await visitor.GetAsync($"v2/attendance-periods/{all.Ids[0]}");

        Assert.NotEmpty(all.Data);
        Assert.Empty(ended.Data);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, one.Json.GetProperty("end").ValueKind);
    }

    [Fact]
    public async Task An_unknown_period_is_not_found()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 1);

        Reply reply = await visitor.GetAsync("v2/attendance-periods/nothing");

        Assert.Equal(404, reply.Status);
    }

    [Fact]
    public async Task Next_links_can_be_relative_as_they_once_were()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.RelativeLinks = true);

        Reply attendance = await visitor.GetAsync("v2/attendance-periods?limit=1");
        Reply absences = await visitor.GetAsync("v2/absence-periods?limit=1");

        Assert.StartsWith("/v2/attendance-periods?cursor=", attendance.Next, StringComparison.Ordinal);
        Assert.StartsWith("http://", absences.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_links_can_be_plain_strings()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.StringNextLinks = true);

        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/persons?limit=30");

        Assert.Equal(2, pages.Count);
        Assert.Contains("\"next\":\"http://", pages[0].Body, StringComparison.Ordinal);
    }
}
