using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class TenantTests
{
    [Fact]
    public void The_same_options_give_the_same_company()
    {
        using SandboxClient one = SandboxClient.Anonymous(options => options.AttendanceDays = 3);
        using SandboxClient two = SandboxClient.Anonymous(options => options.AttendanceDays = 3);

        Assert.Equal(Everything(one), Everything(two));
        Assert.Equal(one.Server.ClientId, two.Server.ClientId);
    }

    [Fact]
    public async Task The_same_options_give_the_same_other_data()
    {
        using SandboxClient one = await SandboxClient.LoginAsync();
        using SandboxClient two = await SandboxClient.LoginAsync();
        using SandboxClient other = await SandboxClient.LoginAsync(options => options.Seed = 2);

        // Earlier requests to one company must not matter.
        await two.PatchAsync("v2/persons/4100/employments/" + two.Tenant.EmploymentIds[0], """
            {"weekly_working_hours":1,"legal_entity":{"id":"14"}}
            """);
        two.Tenant.AddPerson("First", "Last", null);

        Assert.Equal(await AreasAsync(one), await AreasAsync(two));
        Assert.NotEqual(await AreasAsync(one), await AreasAsync(other));
    }

    [Fact]
    public void Another_seed_creates_another_company()
    {
        using SandboxClient one = SandboxClient.Anonymous();
        using SandboxClient two = SandboxClient.Anonymous(options => options.Seed = 2);

        Assert.NotEqual(one.Tenant.AbsencePeriodIds, two.Tenant.AbsencePeriodIds);
        Assert.NotEqual(Everything(one), Everything(two));
        Assert.NotEqual(one.Server.ClientId, two.Server.ClientId);
    }

    [Fact]
    public void Today_is_the_real_date_unless_configured_otherwise()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { PersonCount = 1 });

        Assert.InRange(server.Tenant.Today.DayNumber - DateOnly.FromDateTime(DateTime.UtcNow).DayNumber, 0, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_tiny_company_can_be_read_as_well(int count)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.PersonCount = count);

        Reply persons = await visitor.GetAsync("v2/persons");
        Reply absences = await visitor.GetAsync("v2/absence-periods");
        Reply attendance = await visitor.GetAsync("v2/attendance-periods");
        Reply pay = await visitor.GetAsync("v2/compensations");
        Reply jobs = await visitor.GetAsync("v2/jobs");
        Reply report = await visitor.GetAsync($"v2/reports/{visitor.Tenant.ReportIds[0]}");
        Reply events = await visitor.GetAsync($"v2/webhooks/{visitor.Tenant.WebhookIds[0]}/events");

        Assert.Equal(count, persons.Data.Count);
        Assert.Equal([200, 200], [absences.Status, attendance.Status]);
        Assert.Equal([200, 200, 200, 200], [pay.Status, jobs.Status, report.Status, events.Status]);
    }

    [Fact]
    public void Awkward_text_occurs_in_the_persons()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        List<JsonElement> persons = Persons(visitor);

        string[] texts = [.. persons.SelectMany(Texts)];

        Assert.Contains(texts, text => text.Contains('ß', StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains('ö', StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains(", ", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains('"', StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains('\n', StringComparison.Ordinal));
        Assert.Contains("=1+1", texts);
        Assert.Contains(texts, text => text.StartsWith("+49", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith('@'));
    }

    [Fact]
    public void Fields_are_sometimes_null_and_sometimes_missing()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        List<JsonElement> persons = Persons(visitor);

        Assert.Contains(persons, person => !person.TryGetProperty("email", out _));
        Assert.Contains(persons, person => IsNull(person, "preferred_name"));
        Assert.Contains(persons, person => IsNull(person.GetProperty("profile_picture"), "url"));
        Assert.Contains(persons, person => person.GetProperty("custom_attributes").GetArrayLength() == 0);
    }

    [Fact]
    public void Custom_attributes_have_every_type_in_both_spellings_and_unknown_ones()
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.PersonCount = 200);
        List<JsonElement> custom = [.. Persons(visitor)
            .SelectMany(person => person.GetProperty("custom_attributes").EnumerateArray())];

        var types = custom.Select(value => value.GetProperty("type").GetString()).ToHashSet();
        var kinds = custom.Select(value => value.GetProperty("value").ValueKind).ToHashSet();

        Assert.Superset(
            new HashSet<string?>
            {
                "string", "STRING", "int", "INT", "double", "date", "boolean", "BOOLEAN", "string_list", "STRING_LIST",
                "formula", "unspecified",
            },
            types);
        Assert.Superset(
            new HashSet<JsonValueKind>
            {
                JsonValueKind.Null, JsonValueKind.Number, JsonValueKind.True, JsonValueKind.False,
                JsonValueKind.String, JsonValueKind.Array, JsonValueKind.Object,
            },
            kinds);
        Assert.Contains(custom, value => !value.TryGetProperty("label", out _));
    }

    [Fact]
    public async Task Employments_are_of_every_status_and_supervisors_exist()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        var employments = new List<JsonElement>();
        foreach (string id in visitor.Tenant.PersonIds)
        {
            employments.AddRange((await visitor.GetAsync($"v2/persons/{id}/employments")).Data);
        }

        var statuses = employments.Select(row => row.GetProperty("status").GetString());
        var supervisors = employments.Where(row => !IsNull(row, "supervisor"))
            .Select(row => row.GetProperty("supervisor").GetProperty("id").GetString()!);

        Assert.Equal(["ACTIVE", "INACTIVE", "LEAVE", "ONBOARDING"], statuses.Distinct().Order());
        Assert.Empty(supervisors.Except(visitor.Tenant.PersonIds));
        Assert.True(supervisors.Distinct().Count() > 5);
        Assert.Contains(employments, row => !IsNull(row, "termination"));
        Assert.All(
            employments.Where(row => row.GetProperty("status").GetString() == "ONBOARDING"),
            row => Assert.True(
                string.CompareOrdinal(row.GetProperty("employment_start_date").GetString(), "2026-06-17") > 0));
    }

    [Fact]
    public async Task Absences_have_every_form_and_status()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        List<JsonElement> rows = [.. (await visitor.PagesAsync("v2/absence-periods")).SelectMany(page => page.Data)];

        var forms = rows.Select(row => (Half(row, "starts_from"), Half(row, "ends_at"))).ToHashSet();
        var statuses = rows.Select(row => row.GetProperty("approval").GetProperty("status").GetString());

        Assert.Superset(
            new HashSet<(string, string)>
            {
                ("FIRST_HALF", "SECOND_HALF"), ("FIRST_HALF", "FIRST_HALF"), ("SECOND_HALF", "SECOND_HALF"),
                ("SECOND_HALF", "FIRST_HALF"), ("none", "none"), ("FIRST_HALF", "open"),
            },
            forms);
        Assert.Contains(rows, row => Half(row, "starts_from") == "none" && !StartsAtMidnight(row));
        Assert.Contains(rows, row => Half(row, "starts_from") == "none" && StartsAtMidnight(row));
        Assert.Equal(
            ["APPROVED", "DELETION_PENDING", "PENDING", "REJECTED", "SUBSTITUTE_REQUESTED"],
            statuses.Distinct().Order());
    }

    [Fact]
    public async Task Absences_of_a_person_do_not_overlap()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        IEnumerable<JsonElement> rows = (await visitor.PagesAsync("v2/absence-periods")).SelectMany(page => page.Data);

        foreach (var own in rows.GroupBy(row => row.GetProperty("person").GetProperty("id").GetString()))
        {
            string[] starts = [.. own.Select(row => Time(row, "starts_from"))];
            string[] ends = [.. own.Select(row => IsNull(row, "ends_at") ? "9" : Time(row, "ends_at"))];

            Assert.Equal(starts.Order(StringComparer.Ordinal), starts);
            Assert.All(
                starts.Skip(1).Zip(ends), pair => Assert.True(string.CompareOrdinal(pair.First, pair.Second) > 0));
        }
    }

    [Fact]
    public async Task Attendance_has_work_breaks_open_periods_and_nights()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.AttendanceDays = 7);
        List<JsonElement> rows = [.. (await visitor.PagesAsync("v2/attendance-periods")).SelectMany(page => page.Data)];
        List<JsonElement> ended = [.. rows.Where(row => !IsNull(row, "end"))];

        Assert.Equal(["BREAK", "WORK"], rows.Select(row => row.GetProperty("type").GetString()).Distinct().Order());
        Assert.NotEqual(rows.Count, ended.Count);
        Assert.Contains(ended, row => Time(row, "start")[..10] != Time(row, "end")[..10]);
        Assert.All(ended, row => Assert.True(string.CompareOrdinal(Time(row, "start"), Time(row, "end")) < 0));
        Assert.All(ended, row => Assert.True(
            DateTime.Parse(Time(row, "start"), null).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
    }

    [Fact]
    public async Task Rows_added_by_a_test_are_returned_unchanged()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", "f.l@example.org");
        string id = visitor.Tenant.AddAbsencePeriod(
            person, "Sick days", "2026-01-05T00:00:00", "SECOND_HALF", null, null, "CANCELLED");

        Reply read = await visitor.GetAsync($"v2/absence-periods/{id}");
        Reply employments = await visitor.GetAsync($"v2/persons/{person}/employments");

        Assert.Equal("SECOND_HALF", Half(read.Json, "starts_from"));
        Assert.Equal("CANCELLED", read.Json.GetProperty("approval").GetProperty("status").GetString());
        Assert.Equal(
            visitor.Tenant.FindAbsenceTypeId("Sick days"),
            read.Json.GetProperty("absence_type").GetProperty("id").GetString());
        Assert.Single(employments.Data);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public void Invalid_test_data_is_rejected()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Assert.Throws<ArgumentException>(() => Add("No such type", "2026-01-05T00:00:00"));
        Assert.Throws<FormatException>(() => Add("Vacation", "2026-01-05"));

        string Add(string type, string start) =>
            visitor.Tenant.AddAbsencePeriod("4100", type, start, null, null, null, "APPROVED");
    }

    [Fact]
    public async Task Deep_pages_are_slower_up_to_a_maximum()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options =>
        {
            options.DeepPageDelay = TimeSpan.FromHours(1);
            options.DeepPageMaximum = TimeSpan.FromMilliseconds(60);
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        // 0 + 60 + 60 + 60 ms; without the maximum it would take hours.
        IReadOnlyList<Reply> pages = await visitor.PagesAsync("v2/persons?limit=15");

        Assert.Equal(4, pages.Count);
        Assert.True(watch.ElapsedMilliseconds >= 170);
    }

    private static async Task<string> AreasAsync(SandboxClient visitor)
    {
        var all = new List<string>();
        foreach (string path in new[]
        {
            "v2/projects", "v2/projects/82173/members", "v2/compensations", "v2/compensations/types", "v2/jobs",
            "v2/salary-bands", "v2/document-management/documents?owner_id=4100", "v2/recruiting/applications",
            "v2/recruiting/candidates", "v2/recruiting/jobs", "v2/recruiting/categories", "v2/reports",
            "v2/webhooks", $"v2/webhooks/{visitor.Tenant.WebhookIds[0]}/events",
        })
        {
            Reply reply = await visitor.GetAsync(path, beta: true);
            Assert.NotEmpty(reply.Data);
            all.AddRange(reply.Data.Select(row => row.GetRawText()));
        }

        return string.Join('\n', all);
    }

    private static string Everything(SandboxClient visitor)
    {
        SandboxTenant tenant = visitor.Tenant;
        IEnumerable<string?> all = tenant.PersonIds.Select(tenant.FindPersonJson)
            .Concat(tenant.EmploymentIds)
            .Concat(tenant.AbsencePeriodIds.Select(tenant.FindAbsencePeriodJson))
            .Concat(tenant.AttendancePeriodIds.Select(tenant.FindAttendancePeriodJson));
        return string.Join('\n', all).Replace(visitor.Server.BaseUri.Authority, "host", StringComparison.Ordinal);
    }

    private static List<JsonElement> Persons(SandboxClient visitor) =>
        [.. visitor.Tenant.PersonIds.Select(id => JsonDocument.Parse(visitor.Tenant.FindPersonJson(id)!).RootElement)];

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static bool IsNull(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;

    private static string Time(JsonElement row, string name) =>
        row.GetProperty(name).GetProperty("date_time").GetString()!;

    private static bool StartsAtMidnight(JsonElement row) =>
        Time(row, "starts_from").EndsWith("T00:00:00", StringComparison.Ordinal);

    private static string Half(JsonElement row, string name) =>
        IsNull(row, name) ? "open" : row.GetProperty(name).GetProperty("type").GetString() ?? "none";
}
