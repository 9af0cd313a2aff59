using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests;

public sealed class AttendanceWriteTests
{
    private const string Path = "v2/attendance-periods";

    [Fact]
    public async Task A_new_period_is_returned_with_its_id_and_visible_to_later_reads()
    {
        using SandboxClient visitor = await LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);

        Reply reply = await visitor.PostAsync(Path, Body(person));
        string id = Id(reply);
        Reply read = await visitor.GetAsync($"{Path}/{id}");
        Reply listed = await visitor.GetAsync($"{Path}?person.id={person}");

        Assert.Equal(201, reply.Status);
        Assert.Equal(0, reply.Json.GetProperty("affected_periods").GetArrayLength());
        Assert.Equal([id], listed.Ids);
        Assert.Equal("2026-06-01T13:00:00", Time(read.Json, "start"));
        Assert.Equal("2026-06-01", read.Json.GetProperty("attribution_date").GetString());
        Assert.Equal("82173", read.Json.GetProperty("project").GetProperty("id").GetString());
        Assert.Equal("Prüfung, \"x\"", read.Json.GetProperty("comment").GetString());
        Assert.Equal([new LedgerEntry("POST", "/v2/attendance-periods", id)], visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("", "PENDING")]
    [InlineData("?skip_approval=false", "PENDING")]
    [InlineData("?skip_approval=true", "CONFIRMED")]
    public async Task A_period_awaits_approval_unless_that_is_skipped(string query, string status)
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.PostAsync(Path + query, Body(visitor.Tenant.AddPerson("First", "Last", null)));

        Reply read = await visitor.GetAsync($"{Path}/{Id(reply)}");
        Assert.Equal(status, read.Json.GetProperty("approval").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("2026-06-01T12:00:00", "2026-06-01T12:30:00", "08:00-12:00 12:30-17:00")]
    [InlineData("2026-06-01T07:00:00", "2026-06-01T08:30:00", "08:30-17:00")]
    [InlineData("2026-06-01T16:30:00", "2026-06-01T17:30:00", "08:00-16:30")]
    [InlineData("2026-06-01T17:00:00", "2026-06-01T17:30:00", "")]
    public async Task A_break_is_cut_out_of_the_work_and_reported(string start, string end, string affected)
    {
        using SandboxClient visitor = await LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAttendancePeriod(
            person, "WORK", "2026-06-01T08:00:00", "2026-06-01T17:00:00", "CONFIRMED", "82174");

        Reply reply = await visitor.PostAsync(Path, Break(person, start, end));
        Reply listed = await visitor.GetAsync($"{Path}?person.id={person}&sort=start.date_time");

        JsonElement[] told = [.. reply.Json.GetProperty("affected_periods").EnumerateArray()];
        Assert.Equal(201, reply.Status);
        Assert.Equal(affected, Spans(told));
        Assert.Equal(affected == "" ? "08:00-17:00" : affected, Spans(listed.Data.Where(row => Type(row) == "WORK")));
        Assert.All(told, row => Assert.Equal("82174", row.GetProperty("project").GetProperty("id").GetString()));
        Assert.Single(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("2026-06-01T08:00:00", "2026-06-01T17:00:00", "08:00-12:00 12:30-17:00", "12:00-12:30", "12:30")]
    [InlineData("2026-06-01T08:00:00", "2026-06-01T12:10:00", "08:00-12:10", "12:10-12:30", "12:10")]
    [InlineData("2026-06-01T12:20:00", "2026-06-01T17:00:00", "12:20-17:00", "12:00-12:20", "12:00")]
    [InlineData("2026-06-01T12:00:00", "2026-06-01T12:30:00", "12:00-12:30", "", "")]
    public async Task New_work_never_overlaps_a_break(
        string start, string end, string works, string pauses, string affected)
    {
        using SandboxClient visitor = await LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        await visitor.PostAsync(Path, Break(person, "2026-06-01T12:00:00", "2026-06-01T12:30:00"));
        JsonObject body = Body(person);
        (body["start"], body["end"]) = (Moment(start), Moment(end));

        Reply reply = await visitor.PostAsync(Path, body);
        Reply listed = await visitor.GetAsync($"{Path}?person.id={person}&sort=start.date_time");

        Assert.Equal(works, Spans(listed.Data));
        Assert.Equal(pauses, Spans(listed.Data, "BREAK"));
        Assert.Equal(
            affected,
            string.Join(
                ' ', reply.Json.GetProperty("affected_periods").EnumerateArray().Select(row => Clock(row, "start"))));
        Assert.Equal(start, Time((await visitor.GetAsync($"{Path}/{Id(reply)}")).Json, "start"));
    }

    [Fact]
    public async Task A_period_that_is_moved_cuts_what_it_overlaps()
    {
        using SandboxClient visitor = await LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        JsonObject body = Body(person);
        body["end"] = Moment("2026-06-01T17:00:00");
        string work = Id(await visitor.PostAsync(Path, body));
        string pause = Id(await visitor.PostAsync(Path, Break(person, "2026-06-01T18:00:00", "2026-06-01T18:30:00")));

        await visitor.PatchAsync(
            $"{Path}/{pause}", new { start = Moment("2026-06-01T14:00:00"), end = Moment("2026-06-01T14:30:00") });
        Reply cut = await visitor.GetAsync($"{Path}?person.id={person}&sort=start.date_time");
        await visitor.PatchAsync($"{Path}/{work}", new { end = Moment("2026-06-01T14:10:00") });
        Reply trimmed = await visitor.GetAsync($"{Path}?person.id={person}&sort=start.date_time");

        Assert.Equal("13:00-14:00 14:30-17:00", Spans(cut.Data));
        Assert.Equal("13:00-14:10 14:30-17:00", Spans(trimmed.Data));
        Assert.Equal("14:10-14:30", Spans(trimmed.Data, "BREAK"));
    }

    [Fact]
    public async Task No_work_of_the_company_overlaps_a_break()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        var rows = new List<JsonElement>();
        for (string? next = $"{Path}?limit=100"; next is not null;)
        {
            Reply page = await visitor.GetAsync(next);
            rows.AddRange(page.Data);
            next = page.Data.Any()
                && page.Json.GetProperty("_meta").GetProperty("links").TryGetProperty("next", out JsonElement link)
                && link.ValueKind == JsonValueKind.Object
                ? new Uri(new Uri("http://localhost"), link.GetProperty("href").GetString()!).PathAndQuery[1..]
                : null;
        }

        var byPerson = rows.Where(row => row.GetProperty("end").ValueKind == JsonValueKind.Object)
            .GroupBy(row => row.GetProperty("person").GetProperty("id").GetString());

        Assert.True(rows.Count > 100);
        Assert.All(byPerson, person => Assert.All(
            person.Where(row => Type(row) == "BREAK"),
            pause => Assert.DoesNotContain(
                person.Where(row => Type(row) == "WORK"),
                work => string.CompareOrdinal(Time(work, "start"), Time(pause, "end")) < 0
                    && string.CompareOrdinal(Time(pause, "start"), Time(work, "end")) < 0)));
    }

    [Fact]
    public async Task A_break_after_midnight_leaves_both_parts_of_a_night_shift_on_their_day()
    {
        using SandboxClient visitor = await LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAttendancePeriod(person, "WORK", "2026-06-01T22:00:00", "2026-06-02T06:00:00", "CONFIRMED");

        await visitor.PostAsync(Path, Break(person, "2026-06-02T01:00:00", "2026-06-02T01:30:00"));
        Reply firstDay = await visitor.GetAsync($"{Path}?person.id={person}&attribution_date.lte=2026-06-01");

        Assert.Equal("22:00-01:00 01:30-06:00", Spans(firstDay.Data));
    }

    [Theory]
    [InlineData("person", null)]
    [InlineData("person", """{"id":4100}""")]
    [InlineData("person", """{"id":"4100","name":"x"}""")]
    [InlineData("type", null)]
    [InlineData("type", "\"PAUSE\"")]
    [InlineData("start", null)]
    [InlineData("start", """{"date_time":"2026-06-01T08:00:00Z"}""")]
    [InlineData("start", "\"2026-06-01T08:00:00\"")]
    [InlineData("end", """{"date_time":"2026-06-01"}""")]
    [InlineData("end", """{"date_time":"2026-06-01T17:00:00","timezone":"x"}""")]
    [InlineData("comment", "5")]
    [InlineData("project", "82173")]
    [InlineData("attribution_date", "\"2026-06-01\"")]
    public async Task A_body_that_cannot_be_understood_is_a_bad_request(string field, string? value)
    {
        using SandboxClient visitor = await LoginAsync();
        JsonObject body = Body("4100");
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        Reply reply = await visitor.PostAsync(Path, body);

        Assert.Equal(400, reply.Status);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("2026-06-01T17:00:00", "2026-06-01T08:00:00", "Start after end")]
    [InlineData("2026-06-01T08:00:00", "2026-06-01T08:00:00", "Start after end")]
    [InlineData("2026-06-01T08:00:00", "2026-06-02T08:00:01", "Range too long")]
    public async Task Impossible_times_are_unprocessable(string start, string end, string title)
    {
        using SandboxClient visitor = await LoginAsync();
        string id = await AddAsync(visitor);
        JsonObject body = Body("4100");
        body["start"] = Moment(start);
        body["end"] = Moment(end);

        Reply created = await visitor.PostAsync(Path, body);
        Reply changed = await visitor.PatchAsync(
            $"{Path}/{id}", new JsonObject { ["start"] = Moment(start), ["end"] = Moment(end) });

        Assert.Equal([422, 422], [created.Status, changed.Status]);
        Assert.Equal((title, title), (created.ErrorTitle, changed.ErrorTitle));
    }

    [Theory]
    [InlineData("BREAK", "82173", "Break with project")]
    [InlineData("WORK", "82175", "Invalid project")]
    [InlineData("WORK", "1", "Invalid project")]
    public async Task A_project_must_be_active_and_the_period_must_be_work(string type, string project, string title)
    {
        using SandboxClient visitor = await LoginAsync();
        JsonObject body = Body("4100");
        body["type"] = type;
        body["project"] = new JsonObject { ["id"] = project };
        string existing = visitor.Tenant.AddAttendancePeriod(
            "4100", type, "2026-06-01T08:00:00", "2026-06-01T09:00:00", "CONFIRMED");

        Reply created = await visitor.PostAsync(Path, body);
        Reply changed = await visitor.PatchAsync($"{Path}/{existing}", new { project = new { id = project } });

        Assert.Equal([422, 422], [created.Status, changed.Status]);
        Assert.Equal((title, title), (created.ErrorTitle, changed.ErrorTitle));
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task An_unknown_person_and_a_long_comment_are_unprocessable()
    {
        using SandboxClient visitor = await LoginAsync();
        JsonObject wordy = Body("4100");
        wordy["comment"] = new string('x', 1001);

        Reply unknown = await visitor.PostAsync(Path, Body("77"));
        Reply tooLong = await visitor.PostAsync(Path, wordy);

        Assert.Equal([422, 422], [unknown.Status, tooLong.Status]);
    }

    [Fact]
    public async Task A_change_affects_only_what_was_sent()
    {
        using SandboxClient visitor = await LoginAsync();
        string id = await AddAsync(visitor);

        Reply reply = await visitor.PatchAsync($"{Path}/{id}?skip_approval=true", """
            {"start":{"date_time":"2026-06-02T09:00:00"},"end":null,"project":null}
            """);
        Reply read = await visitor.GetAsync($"{Path}/{id}");

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.Equal("2026-06-02T09:00:00", Time(read.Json, "start"));
        Assert.Equal("2026-06-02", read.Json.GetProperty("attribution_date").GetString());
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("end").ValueKind);
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("project").ValueKind);
        Assert.Equal("Prüfung, \"x\"", read.Json.GetProperty("comment").GetString());
        Assert.Equal("CONFIRMED", read.Json.GetProperty("approval").GetProperty("status").GetString());
        Assert.Equal(new LedgerEntry("PATCH", $"/{Path}/{id}", id), visitor.Tenant.Ledger[^1]);
    }

    [Fact]
    public async Task New_times_need_approval_again_and_a_new_comment_does_not()
    {
        using SandboxClient visitor = await LoginAsync();
        string id = visitor.Tenant.AddAttendancePeriod(
            "4100", "WORK", "2026-06-01T08:00:00", "2026-06-01T09:00:00", "CONFIRMED");

        await visitor.PatchAsync($"{Path}/{id}", """{"comment":"Büro"}""");
        Reply commented = await visitor.GetAsync($"{Path}/{id}");
        await visitor.PatchAsync($"{Path}/{id}", """{"end":{"date_time":"2026-06-01T10:00:00"}}""");
        Reply moved = await visitor.GetAsync($"{Path}/{id}");

        Assert.Equal("CONFIRMED", commented.Json.GetProperty("approval").GetProperty("status").GetString());
        Assert.Equal("PENDING", moved.Json.GetProperty("approval").GetProperty("status").GetString());
        Assert.Equal("Büro", moved.Json.GetProperty("comment").GetString());
    }

    [Theory]
    [InlineData("""{"start":null}""")]
    [InlineData("""{"start":{"date_time":"tomorrow"}}""")]
    [InlineData("""{"type":"BREAK"}""")]
    [InlineData("""{"person":{"id":"4101"}}""")]
    [InlineData("[]")]
    public async Task A_change_that_cannot_be_understood_is_a_bad_request(string body)
    {
        using SandboxClient visitor = await LoginAsync();
        string id = await AddAsync(visitor);

        Reply reply = await visitor.PatchAsync($"{Path}/{id}", body);

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Deleting_a_period_removes_it_and_accepts_no_query()
    {
        using SandboxClient visitor = await LoginAsync();
        string id = await AddAsync(visitor);

        Reply old = await visitor.DeleteAsync($"{Path}/{id}?skip_approval=true");
        Reply reply = await visitor.DeleteAsync($"{Path}/{id}");
        Reply again = await visitor.DeleteAsync($"{Path}/{id}");
        Reply change = await visitor.PatchAsync($"{Path}/{id}", "{}");

        Assert.Equal([400, 204, 404, 404], [old.Status, reply.Status, again.Status, change.Status]);
        Assert.Equal(["POST", "DELETE"], visitor.Tenant.Ledger.Select(entry => entry.Method));
    }

    private static Task<SandboxClient> LoginAsync() => SandboxClient.LoginAsync(options => options.AttendanceDays = 0);

    private static async Task<string> AddAsync(SandboxClient visitor) =>
        Id(await visitor.PostAsync(Path, Body("4100")));

    private static string Id(Reply reply) => reply.Json.GetProperty("id").GetString()!;

    private static JsonObject Body(string person) => new()
    {
        ["person"] = new JsonObject { ["id"] = person },
        ["type"] = "WORK",
        ["start"] = Moment("2026-06-01T13:00:00"),
        ["end"] = Moment("2026-06-01T17:00:00"),
        ["comment"] = "Prüfung, \"x\"",
        ["project"] = new JsonObject { ["id"] = "82173" },
    };

    private static JsonObject Break(string person, string start, string end) => new()
    {
        ["person"] = new JsonObject { ["id"] = person },
        ["type"] = "BREAK",
        ["start"] = Moment(start),
        ["end"] = Moment(end),
    };

    private static JsonObject Moment(string time) => new() { ["date_time"] = time };

    private static string Time(JsonElement row, string name) =>
        row.GetProperty(name).GetProperty("date_time").GetString()!;

    private static string? Type(JsonElement row) => row.GetProperty("type").GetString();

    private static string Spans(IEnumerable<JsonElement> rows, string type = "WORK") => string.Join(
        ' ', rows.Where(row => Type(row) == type).Select(row => $"{Clock(row, "start")}-{Clock(row, "end")}"));

    private static string Clock(JsonElement row, string name) => Time(row, name)[11..16];
}
