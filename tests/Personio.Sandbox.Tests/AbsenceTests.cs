using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class AbsenceTests
{
    [Fact]
    public async Task Types_have_both_units_and_a_single_type_is_returned_bare()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply list = await visitor.GetAsync("v2/absence-types");

        Reply one = await visitor.GetAsync($"v2/absence-types/{list.Ids[1]}");

        Assert.Equal(["DAY", "HOUR"], list.Data.Select(row => row.GetProperty("unit").GetString()).Distinct().Order());
        Assert.Equal(list.Data[1].GetRawText(), one.Json.GetRawText());
    }

    [Theory]
    [InlineData("v2/absence-types/nothing", 404)]
    [InlineData("v2/absence-types?limit=101", 400)]
    [InlineData("v2/absence-types?cursor=x", 400)]
    [InlineData("v2/absence-types?name=Vacation", 400)]
    [InlineData("v2/absence-periods/nothing", 404)]
    [InlineData("v2/absence-periods/nothing/breakdowns", 404)]
    [InlineData("v2/absence-periods?limit=101", 400)]
    [InlineData("v2/absence-periods?cursor=x", 400)]
    [InlineData("v2/absence-periods?status=APPROVED", 400)]
    [InlineData("v2/absence-periods?starts_from.date.gte=2026-06-01", 400)]
    [InlineData("v2/absence-periods?starts_from.date_time.gt=2026-06-01T00:00:00", 400)]
    [InlineData("v2/absence-periods?starts_from.date_time.gte=2026-06-01", 400)]
    [InlineData("v2/absence-periods?updated_at.gte=2026-06-01T00:00:00", 400)]
    [InlineData("v1/company/employees/77/absences/balance", 404)]
    public async Task Unknown_ids_and_bad_queries_are_rejected(string path, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task All_pages_together_have_every_absence_exactly_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/absence-periods?limit=30");

        Assert.Equal(visitor.Tenant.AbsencePeriodIds, pages.SelectMany(page => page.Ids));
    }

    [Fact]
    public async Task Removing_an_absence_moves_no_other_between_pages()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply first = await visitor.GetAsync("v2/absence-periods?limit=5");
        string tenth = visitor.Tenant.AbsencePeriodIds[5];
        await visitor.DeleteAsync($"v2/absence-periods/{first.Ids[0]}");

        Reply second = await visitor.GetAsync(first.Next!);

        Assert.Equal(tenth, second.Ids[0]);
    }

    [Theory]
    [InlineData("2026-06-03", "2026-06-09", true, "around it")]
    [InlineData("2026-06-10", "2026-06-10", true, "inside it")]
    [InlineData("2026-06-01", "2026-06-08", true, "touching its first day")]
    [InlineData("2026-06-12", "2026-06-30", true, "touching its last day")]
    [InlineData("2026-06-01", "2026-06-07", false, "before it")]
    [InlineData("2026-06-13", "2026-06-30", false, "after it")]
    public async Task An_absence_is_found_by_every_window_that_overlaps_it(
        string from, string to, bool isFound, string where)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-06-08T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "APPROVED");

        Reply reply = await visitor.GetAsync(Window(person, from, to));

        Assert.True(reply.Data.Count == 1 == isFound, where);
    }

    [Theory]
    [InlineData("starts_from.date_time.gte=2026-06-10T00:00:00Z", true)]
    [InlineData("starts_from.date_time.lte=2026-06-10T00:00:00Z", true)]
    [InlineData("ends_at.date_time.gte=2026-06-10T00:00:00", true)]
    [InlineData("ends_at.date_time.lte=2026-06-10T00:00:00", true)]
    [InlineData("starts_from.date_time.lte=2026-06-08T00:00:00", true)]
    [InlineData("starts_from.date_time.lte=2026-06-07T23:59:59", false)]
    [InlineData("ends_at.date_time.gte=2026-06-12T23:59:59", true)]
    [InlineData("starts_from.date_time.gte=2026-06-13T00:00:00", false)]
    [InlineData("ends_at.date_time.lte=2026-06-07T23:59:59", false)]
    [InlineData("ends_at.date_time.gte=2026-06-13T00:00:00", false)]
    [InlineData("starts_from.date_time.lte=2026-06-10T00:00:00&ends_at.date_time.gte=2026-06-11T00:00:00", true)]
    public async Task Each_bound_alone_is_a_window_open_on_one_side(string bound, bool isFound)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-06-08T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "APPROVED");

        Reply reply = await visitor.GetAsync($"v2/absence-periods?person.id={person}&{bound}");

        Assert.Equal(isFound, reply.Data.Count == 1);
    }

    [Fact]
    public async Task An_absence_with_an_open_end_is_in_every_later_window()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAbsencePeriod(person, "Sick day", "2026-06-08T00:00:00", null, null, null, "APPROVED");

        Reply later = await visitor.GetAsync(Window(person, "2030-01-01", "2030-01-31"));
        Reply earlier = await visitor.GetAsync(Window(person, "2026-06-01", "2026-06-07"));

        Assert.Single(later.Data);
        Assert.Equal(JsonValueKind.Null, later.Data[0].GetProperty("ends_at").ValueKind);
        Assert.Empty(earlier.Data);
    }

    [Fact]
    public async Task Without_a_type_the_end_is_a_midnight_that_belongs_to_the_next_day()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-06-08T00:00:00", null, "2026-06-10T00:00:00", null, "APPROVED");

        Reply lastDay = await visitor.GetAsync(Window(person, "2026-06-09", "2026-06-09"));
        Reply dayAfter = await visitor.GetAsync(Window(person, "2026-06-10", "2026-06-10"));

        Assert.Single(lastDay.Data);
        Assert.Empty(dayAfter.Data);
    }

    [Fact]
    public async Task Filters_by_id_person_and_type_are_combined_with_AND()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string vacation = visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-06-08T00:00:00", null, "2026-06-10T00:00:00", null, "APPROVED");
        string sick = visitor.Tenant.AddAbsencePeriod(
            person, "Sick day", "2026-07-08T00:00:00", null, "2026-07-10T00:00:00", null, "APPROVED");
        string? type = visitor.Tenant.FindAbsenceTypeId("Vacation");

        Reply byPersons = await visitor.GetAsync($"v2/absence-periods?person.id=77,{person}");
        Reply byType = await visitor.GetAsync($"v2/absence-periods?person.id={person}&absence_type.id={type}");
        Reply byIds = await visitor.GetAsync($"v2/absence-periods?id={sick},{vacation}&absence_type.id={type}");

        Assert.Equal([vacation, sick], byPersons.Ids);
        Assert.Equal([vacation], byType.Ids);
        Assert.Equal([vacation], byIds.Ids);
    }

    [Fact]
    public async Task Absences_changed_at_or_after_a_moment_are_found()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply all = await visitor.GetAsync("v2/absence-periods?limit=20");
        string stamp = all.Data[0].GetProperty("updated_at").GetString()!;

        Reply from = await visitor.GetAsync($"v2/absence-periods?updated_at.gte={stamp}");
        Reply to = await visitor.GetAsync($"v2/absence-periods?updated_at.lte={stamp}");

        Assert.Contains(all.Ids[0], from.Ids);
        Assert.Contains(all.Ids[0], to.Ids);
        Assert.All(from.Data, row => Assert.True(string.CompareOrdinal(Updated(row), stamp) >= 0));
        Assert.All(to.Data, row => Assert.True(string.CompareOrdinal(Updated(row), stamp) <= 0));
    }

    [Theory]
    [InlineData("FIRST_HALF", "2026-06-15", "SECOND_HALF", "1,0,0,1")]
    [InlineData("SECOND_HALF", "2026-06-15", "FIRST_HALF", "0.5,0,0,0.5")]
    [InlineData("SECOND_HALF", "2026-06-12", "SECOND_HALF", "0.5")]
    [InlineData("FIRST_HALF", "2026-06-12", "FIRST_HALF", "0.5")]
    [InlineData(null, "2026-06-15", null, "1,0,0")]
    public async Task Breakdowns_count_halves_and_omit_weekends(
        string? startType, string end, string? endType, string values)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string id = visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-06-12T00:00:00", startType, $"{end}T00:00:00", endType, "APPROVED");

        Reply reply = await visitor.GetAsync($"v2/absence-periods/{id}/breakdowns");

        Assert.Equal("2026-06-12", reply.Data[0].GetProperty("date").GetString());
        Assert.Equal(values, string.Join(',', reply.Data.Select(Value)));
        Assert.All(reply.Data, row => Assert.Equal("DAY", Duration(row).GetProperty("unit").GetString()));
    }

    [Fact]
    public async Task Breakdowns_of_an_hourly_absence_are_hours()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string id = visitor.Tenant.AddAbsencePeriod(
            person, "Überstundenausgleich", "2026-06-12T09:30:00", null, "2026-06-12T11:45:00", null, "APPROVED");

        Reply reply = await visitor.GetAsync($"v2/absence-periods/{id}/breakdowns");

        Assert.Equal("2.25", Value(Assert.Single(reply.Data)));
        Assert.Equal("HOUR", Duration(reply.Data[0]).GetProperty("unit").GetString());
    }

    [Fact]
    public async Task Breakdowns_are_paged_by_28_days()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string id = visitor.Tenant.AddAbsencePeriod(
            person, "Parental leave", "2026-06-01T00:00:00", "FIRST_HALF", "2026-08-09T00:00:00", "SECOND_HALF",
            "APPROVED");

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"v2/absence-periods/{id}/breakdowns");
        Reply tooMany = await visitor.GetAsync($"v2/absence-periods/{id}/breakdowns?limit=29");

        Assert.Equal([28, 28, 14], pages.Select(page => page.Data.Count));
        Assert.Equal(
            50, pages.SelectMany(page => page.Data).Sum(row => Duration(row).GetProperty("value").GetDecimal()));
        Assert.Equal(400, tooMany.Status);
    }

    [Fact]
    public async Task The_balance_of_v1_decreases_with_an_approved_absence()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-06-15T00:00:00", null, "2026-06-17T00:00:00", null, "APPROVED");
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-07-06T00:00:00", null, "2026-07-08T00:00:00", null, "APPROVED");

        Reply reply = await visitor.GetAsync($"v1/company/employees/{person}/absences/balance");

        JsonElement vacation = reply.Json.GetProperty("data")[0];
        Assert.Equal("Vacation", vacation.GetProperty("name").GetString());
        Assert.Equal(28, vacation.GetProperty("balance").GetDecimal());
        Assert.Equal(26, vacation.GetProperty("available_balance").GetDecimal());
    }

    private static string Window(string person, string from, string to) =>
        $"v2/absence-periods?person.id={person}"
        + $"&starts_from.date_time.gte={from}T00:00:00&ends_at.date_time.lte={to}T23:59:59";

    private static string? Updated(JsonElement row) => row.GetProperty("updated_at").GetString();

    private static JsonElement Duration(JsonElement row) => row.GetProperty("effective_duration");

    private static string Value(JsonElement row) => Duration(row).GetProperty("value").GetRawText();
}
