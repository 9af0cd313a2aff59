using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests;

public sealed class AbsenceWriteTests
{
    [Fact]
    public async Task A_new_absence_is_returned_with_its_id_and_visible_to_later_reads()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);

        Reply reply = await visitor.PostAsync("v2/absence-periods", Body(visitor, person));
        string id = reply.Json.GetProperty("id").GetString()!;
        Reply read = await visitor.GetAsync($"v2/absence-periods/{id}");
        Reply listed = await visitor.GetAsync($"v2/absence-periods?person.id={person}");

        Assert.Equal(201, reply.Status);
        Assert.True(reply.Json.TryGetProperty("_meta", out _));
        Assert.Equal([id], listed.Ids);
        Assert.Equal("2026-08-03T00:00:00", read.Json.GetProperty("starts_from").GetProperty("date_time").GetString());
        Assert.Equal("SECOND_HALF", read.Json.GetProperty("ends_at").GetProperty("type").GetString());
        Assert.Equal("Größe, \"x\"\n=1+1", read.Json.GetProperty("comment").GetString());
        Assert.Equal([new LedgerEntry("POST", "/v2/absence-periods", id)], visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("", "Vacation", "PENDING")]
    [InlineData("?skip_approval=false", "Vacation", "PENDING")]
    [InlineData("?skip_approval=true", "Vacation", "APPROVED")]
    [InlineData("", "Sick day", "APPROVED")]
    public async Task An_absence_awaits_approval_unless_that_is_skipped_or_not_needed(
        string query, string type, string status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);

        Reply reply = await visitor.PostAsync($"v2/absence-periods{query}", Body(visitor, person, type));

        Reply read = await visitor.GetAsync($"v2/absence-periods/{reply.Json.GetProperty("id").GetString()}");
        Assert.Equal(status, read.Json.GetProperty("approval").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("ends_at", "null")]
    [InlineData("ends_at", """{"date_time":"2026-08-08T00:00:00"}""")]
    [InlineData("ends_at", """{"date_time":"2026-08-08T00:00:00","type":null}""")]
    [InlineData("comment", "null")]
    [InlineData("substitute", """{"id":"4101"}""")]
    public async Task Optional_fields_may_be_null_or_in_the_other_form(string field, string value)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        JsonObject body = Body(visitor, person);
        body[field] = JsonNode.Parse(value);

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(201, reply.Status);
    }

    [Theory]
    [InlineData("person", null)]
    [InlineData("person", "\"4100\"")]
    [InlineData("person", """{"id":4100}""")]
    [InlineData("absence_type", null)]
    [InlineData("starts_from", null)]
    [InlineData("starts_from", """{"date_time":"2026-08-03"}""")]
    [InlineData("starts_from", """{"date_time":"2026-08-03T00:00:00Z"}""")]
    [InlineData("starts_from", """{"date_time":"2026-08-03T00:00:00+02:00"}""")]
    [InlineData("starts_from", """{"date_time":"2026-08-03T00:00:00","type":"MORNING"}""")]
    [InlineData("ends_at", """{"date_time":"2026-08-07T00:00:00Z","type":"SECOND_HALF"}""")]
    [InlineData("comment", "5")]
    [InlineData("timezone_id", "\"Europe/Berlin\"")]
    [InlineData("approval", """{"status":"APPROVED"}""")]
    public async Task A_body_that_cannot_be_understood_is_a_bad_request(string field, string? value)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null));
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(400, reply.Status);
        Assert.Contains(field, reply.ErrorDetail, StringComparison.Ordinal);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData(false, "2026-08-08", "SECOND_HALF", 5)]
    [InlineData(false, "2026-08-04", "FIRST_HALF", 0.5)]
    [InlineData(false, "2026-08-04", "SECOND_HALF", 1)]
    [InlineData(false, "2026-08-08", null, 5)]
    [InlineData(true, "2026-08-07", "SECOND_HALF", 5)]
    [InlineData(true, "2026-08-03", "FIRST_HALF", 0.5)]
    [InlineData(true, "2026-08-03", "SECOND_HALF", 1)]
    [InlineData(true, "2026-08-08", null, 5)]
    public async Task An_end_is_read_and_returned_as_the_company_writes_it(
        bool isInclusive, string end, string? half, decimal days)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(
            options => options.InclusiveAbsenceEnds = isInclusive);
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null));
        body["ends_at"] = half is null
            ? new JsonObject { ["date_time"] = $"{end}T00:00:00" }
            : Boundary($"{end}T00:00:00", half);

        Reply made = await visitor.PostAsync("v2/absence-periods", body);

        string path = $"v2/absence-periods/{made.Json.GetProperty("id").GetString()}";
        Reply read = await visitor.GetAsync(path);
        Reply amounts = await visitor.GetAsync($"{path}/breakdowns");
        Assert.Equal($"{end}T00:00:00", read.Json.GetProperty("ends_at").GetProperty("date_time").GetString());
        Assert.Equal(days, amounts.Data.Sum(day =>
            day.GetProperty("effective_duration").GetProperty("value").GetDecimal()));
    }

    [Theory]
    [InlineData(false, 422)]
    [InlineData(true, 201)]
    public async Task An_end_equal_to_the_start_is_a_day_only_if_the_end_is_the_last_day(bool isInclusive, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(
            options => options.InclusiveAbsenceEnds = isInclusive);
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null));
        body["ends_at"] = Boundary("2026-08-03T00:00:00", "SECOND_HALF");

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Turning_the_knob_writes_the_same_absence_in_the_other_way()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.AddAbsencePeriod(
            visitor.Tenant.PersonIds[0], "Vacation", "2026-08-03T00:00:00", "FIRST_HALF", "2026-08-07T00:00:00",
            "SECOND_HALF", "APPROVED");

        Reply exclusive = await visitor.GetAsync($"v2/absence-periods/{id}");
        visitor.Server.Options.InclusiveAbsenceEnds = true;
        Reply inclusive = await visitor.GetAsync($"v2/absence-periods/{id}");

        Assert.Contains(
            "2026-08-08T00:00:00", exclusive.Json.GetProperty("ends_at").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(
            "2026-08-07T00:00:00", inclusive.Json.GetProperty("ends_at").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 200, 404)]
    [InlineData(true, 200, 200)]
    public async Task An_approved_absence_is_removed_immediately_or_awaits_approval(bool waits, int before, int after)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.DeletionApproval = waits);
        string id = visitor.Tenant.AddAbsencePeriod(
            visitor.Tenant.PersonIds[0], "Vacation", "2027-08-03T00:00:00", "FIRST_HALF", null, null, "APPROVED");

        Reply there = await visitor.GetAsync($"v2/absence-periods/{id}");
        await visitor.DeleteAsync($"v2/absence-periods/{id}");
        Reply left = await visitor.GetAsync($"v2/absence-periods/{id}");

        Assert.Equal(before, there.Status);
        Assert.Equal(after, left.Status);
        Assert.Equal(
            waits, waits && left.Json.GetProperty("approval").GetProperty("status").GetString() == "DELETION_PENDING");
    }

    [Theory]
    [InlineData(422)]
    [InlineData(403)]
    public async Task A_leave_managed_by_HR_is_listed_but_cannot_be_changed(int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.LeaveStatus = status);
        var refused = new List<string>();
        foreach (string id in visitor.Tenant.AbsencePeriodIds)
        {
            Reply reply = await visitor.PatchAsync($"v2/absence-periods/{id}", "{\"comment\":\"x\"}");
            if (reply.Status == status)
            {
                refused.Add(id);
            }
        }

        string leave = Assert.Single(refused);
        Assert.Equal(status, (await visitor.DeleteAsync($"v2/absence-periods/{leave}")).Status);
        Assert.Equal(200, (await visitor.GetAsync($"v2/absence-periods/{leave}")).Status);
    }

    [Fact]
    public async Task A_comment_may_stay_unchanged()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.IgnoreAbsenceComments = true);
        string id = visitor.Tenant.AbsencePeriodIds[0];
        Reply before = await visitor.GetAsync($"v2/absence-periods/{id}");

        Reply reply = await visitor.PatchAsync($"v2/absence-periods/{id}", "{\"comment\":\"another\"}");

        Reply after = await visitor.GetAsync($"v2/absence-periods/{id}");
        Assert.Equal(204, reply.Status);
        Assert.Equal(before.Json.GetProperty("comment").GetString(), after.Json.GetProperty("comment").GetString());
    }

    [Theory]
    [InlineData("starts_from.date_time.gte=2026-08-04T00:00:00", false)]
    [InlineData("starts_from.date_time.gte=2026-08-03T00:00:00", true)]
    [InlineData("starts_from.date_time.lte=2026-08-02T00:00:00", false)]
    [InlineData("ends_at.date_time.gte=2026-08-08T00:00:00", true)]
    [InlineData("ends_at.date_time.gte=2026-08-09T00:00:00", false)]
    [InlineData("ends_at.date_time.lte=2026-08-07T00:00:00", false)]
    public async Task Date_filters_compare_their_own_field_and_filters_on_the_end_omit_open_ends(
        string filter, bool isFound)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.PlainDateFilters = true);
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string open = visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-09-03T00:00:00", "FIRST_HALF", null, null, "APPROVED");
        string id = visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-08-03T00:00:00", "FIRST_HALF", "2026-08-07T00:00:00", "SECOND_HALF", "APPROVED");

        Reply list = await visitor.GetAsync($"v2/absence-periods?person.id={person}&{filter}");

        Assert.Equal(isFound, list.Ids.Contains(id));
        Assert.Equal(filter.StartsWith("starts_from.date_time.gte", StringComparison.Ordinal), list.Ids.Contains(open));
    }

    [Theory]
    [InlineData("starts_from")]
    [InlineData("ends_at")]
    public async Task A_change_must_not_name_a_half_that_is_null(string field)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.AbsencePeriodIds[0];

        Reply reply = await visitor.PatchAsync(
            $"v2/absence-periods/{id}", "{\"" + field + "\":{\"date_time\":\"2026-08-03T00:00:00\",\"type\":null}}");

        Assert.Equal(400, reply.Status);
        Assert.Contains(field, reply.ErrorDetail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_body_that_is_not_a_JSON_object_is_a_bad_request(string body)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(400, reply.Status);
        Assert.Equal("The request body is not valid JSON.", reply.ErrorDetail);
    }

    [Fact]
    public async Task A_form_instead_of_JSON_is_a_bad_request()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.FormAsync("v2/absence-periods", new() { ["comment"] = "x" });

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task An_invalid_skip_approval_is_a_bad_request()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);

        Reply reply = await visitor.PostAsync("v2/absence-periods?skip_approval=yes", Body(visitor, person));

        Assert.Equal(400, reply.Status);
    }

    [Theory]
    [InlineData("2026-08-03", "FIRST_HALF", "2026-07-31", "SECOND_HALF", "the end is before the start")]
    [InlineData("2026-08-03", "SECOND_HALF", "2026-08-03", "FIRST_HALF", "the halves are the wrong way round")]
    [InlineData("2026-08-03", null, "2026-08-03", null, "nothing lies between two equal midnights")]
    public async Task Days_that_end_before_they_start_are_unprocessable(
        string start, string? startType, string end, string? endType, string why)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null));
        body["starts_from"] = Boundary($"{start}T00:00:00", startType);
        body["ends_at"] = Boundary($"{end}T00:00:00", endType);

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.True(reply.Status == 422, why);
        Assert.Equal("Unprocessable request", reply.ErrorTitle);
    }

    [Theory]
    [InlineData("2026-08-03T09:00:00", null, "2026-08-03T11:00:00", null, 201)]
    [InlineData("2026-08-03T09:00:00", null, "2026-08-03T09:00:00", null, 422)]
    [InlineData("2026-08-03T09:00:00", null, "2026-08-04T00:00:00", null, 422)]
    [InlineData("2026-08-03T09:00:00", null, "2026-08-04T10:00:00", null, 422)]
    [InlineData("2026-08-03T00:00:00", "FIRST_HALF", "2026-08-03T00:00:00", "SECOND_HALF", 422)]
    public async Task Hours_must_be_within_one_day_and_have_no_halves(
        string start, string? startType, string end, string? endType, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null), "Überstundenausgleich");
        body["starts_from"] = Boundary(start, startType);
        body["ends_at"] = Boundary(end, endType);

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task A_time_of_day_on_an_absence_of_days_is_unprocessable()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null));
        body["starts_from"] = Boundary("2026-08-03T08:00:00", null);

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(422, reply.Status);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("absence_type")]
    public async Task An_unknown_person_or_type_is_unprocessable(string field)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null));
        body[field] = new JsonObject { ["id"] = "77" };

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(422, reply.Status);
    }

    [Theory]
    [InlineData(2000, 201)]
    [InlineData(2001, 422)]
    public async Task A_comment_may_have_2000_characters(int length, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null));
        body["comment"] = new string('ü', length);

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData("Unpaid leave", null, 422, "Substitute required")]
    [InlineData("Unpaid leave", "4101", 201, null)]
    [InlineData("Sick day", "4101", 422, "Substitute not allowed")]
    [InlineData("Vacation", "77", 409, "Substitute is invalid")]
    [InlineData("Vacation", "4107", 409, "Substitute is invalid")]
    public async Task Substitutes_follow_the_rule_of_the_type(
        string type, string? substitute, int status, string? title)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        JsonObject body = Body(visitor, visitor.Tenant.AddPerson("First", "Last", null), type);
        body["substitute"] = substitute is null ? null : new JsonObject { ["id"] = substitute };

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(title, status == 201 ? null : reply.ErrorTitle);
    }

    [Fact]
    public async Task A_person_is_never_their_own_substitute()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        JsonObject body = Body(visitor, person);
        body["substitute"] = new JsonObject { ["id"] = person };

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(409, reply.Status);
    }

    [Fact]
    public async Task A_substitute_must_not_be_absent_at_the_same_time()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string stand = visitor.Tenant.AddPerson("First", "Last", null);
        JsonObject others = Body(visitor, visitor.Tenant.AddPerson("Other", "Last", null));
        others["substitute"] = new JsonObject { ["id"] = stand };
        await visitor.PostAsync("v2/absence-periods", others);

        Reply reply = await visitor.PostAsync("v2/absence-periods", Body(visitor, stand));

        Assert.Equal(409, reply.Status);
        Assert.Equal("Requesting absence while substituting", reply.ErrorTitle);
    }

    [Theory]
    [InlineData("2026-08-07", "FIRST_HALF", 409)]
    [InlineData("2026-08-07", "SECOND_HALF", 409)]
    [InlineData("2026-08-08", "FIRST_HALF", 201)]
    public async Task Two_absences_of_one_person_must_not_overlap(string start, string startType, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        await visitor.PostAsync("v2/absence-periods", Body(visitor, person));
        JsonObject second = Body(visitor, person, "Sick day");
        second["starts_from"] = Boundary($"{start}T00:00:00", startType);
        second["ends_at"] = Boundary("2026-08-20T00:00:00", "SECOND_HALF");

        Reply reply = await visitor.PostAsync("v2/absence-periods", second);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 201 ? 2 : 1, visitor.Tenant.Ledger.Count);
    }

    [Fact]
    public async Task Two_halves_of_one_day_do_not_overlap_and_a_rejected_absence_blocks_nothing()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-08-03T00:00:00", "FIRST_HALF", "2026-08-03T00:00:00", "FIRST_HALF", "APPROVED");
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-08-03T00:00:00", "FIRST_HALF", "2026-08-07T00:00:00", "SECOND_HALF", "REJECTED");
        JsonObject body = Body(visitor, person);
        body["starts_from"] = Boundary("2026-08-03T00:00:00", "SECOND_HALF");

        Reply reply = await visitor.PostAsync("v2/absence-periods", body);

        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task A_changed_absence_has_the_new_dates_and_awaits_approval_again()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string id = visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-08-03T00:00:00", "FIRST_HALF", "2026-08-07T00:00:00", "SECOND_HALF", "APPROVED");

        Reply reply = await visitor.PatchAsync(
            $"v2/absence-periods/{id}", """{"ends_at":{"date_time":"2026-08-10T00:00:00","type":"FIRST_HALF"}}""");
        Reply read = await visitor.GetAsync($"v2/absence-periods/{id}");

        Assert.Equal(204, reply.Status);
        Assert.Equal("", reply.Body);
        Assert.Equal("2026-08-10T00:00:00", read.Json.GetProperty("ends_at").GetProperty("date_time").GetString());
        Assert.Equal("2026-08-03T00:00:00", read.Json.GetProperty("starts_from").GetProperty("date_time").GetString());
        Assert.Equal("PENDING", read.Json.GetProperty("approval").GetProperty("status").GetString());
        Assert.Equal([new LedgerEntry("PATCH", $"/v2/absence-periods/{id}", id)], visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Null_clears_a_field_and_a_missing_field_is_left_unchanged()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        Reply created = await visitor.PostAsync("v2/absence-periods?skip_approval=true", Body(visitor, person));
        string path = $"v2/absence-periods/{created.Json.GetProperty("id").GetString()}";

        await visitor.PatchAsync(path, """{"comment":null}""");
        Reply withoutComment = await visitor.GetAsync(path);
        await visitor.PatchAsync(path, """{"ends_at":null}""");
        Reply withoutEnd = await visitor.GetAsync(path);

        Assert.Equal(JsonValueKind.Null, withoutComment.Json.GetProperty("comment").ValueKind);
        Assert.Equal(JsonValueKind.Object, withoutComment.Json.GetProperty("ends_at").ValueKind);
        Assert.Equal("APPROVED", withoutComment.Json.GetProperty("approval").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, withoutEnd.Json.GetProperty("ends_at").ValueKind);
    }

    [Theory]
    [InlineData("""{"approval":{"status":"APPROVED"}}""", 400)]
    [InlineData("""{"ends_at":{"date_time":"2026-08-10T00:00:00Z"}}""", 400)]
    [InlineData("""{"ends_at":{"date_time":"2026-08-01T00:00:00"}}""", 422)]
    [InlineData("""{"ends_at":{"date_time":"2026-09-03T00:00:00"}}""", 409)]
    public async Task A_refused_change_leaves_the_absence_unchanged(string body, int status)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        string id = visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-08-03T00:00:00", null, "2026-08-07T00:00:00", null, "APPROVED");
        visitor.Tenant.AddAbsencePeriod(
            person, "Vacation", "2026-09-01T00:00:00", null, "2026-09-07T00:00:00", null, "APPROVED");
        string? before = visitor.Tenant.FindAbsencePeriodJson(id);

        Reply reply = await visitor.PatchAsync($"v2/absence-periods/{id}", body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(before, visitor.Tenant.FindAbsencePeriodJson(id));
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task A_removed_absence_is_gone_and_cannot_be_removed_twice()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string id = visitor.Tenant.AbsencePeriodIds[0];

        Reply first = await visitor.DeleteAsync($"v2/absence-periods/{id}");
        Reply second = await visitor.DeleteAsync($"v2/absence-periods/{id}");
        Reply read = await visitor.GetAsync($"v2/absence-periods?id={id}");
        Reply patched = await visitor.PatchAsync($"v2/absence-periods/{id}", "{}");

        Assert.Equal([204, 404, 404], [first.Status, second.Status, patched.Status]);
        Assert.Empty(read.Data);
        Assert.Equal([new LedgerEntry("DELETE", $"/v2/absence-periods/{id}", id)], visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task Removing_accepts_no_skip_approval()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.DeleteAsync(
            $"v2/absence-periods/{visitor.Tenant.AbsencePeriodIds[0]}?skip_approval=true");

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Many_concurrent_requests_are_each_carried_out_exactly_once()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string[] persons = [.. Enumerable.Range(0, 40).Select(_ => visitor.Tenant.AddPerson("First", "Last", null))];

        Reply[] replies = await Task.WhenAll(
            persons.Select(person => visitor.PostAsync("v2/absence-periods", Body(visitor, person))));

        Assert.All(replies, reply => Assert.Equal(201, reply.Status));
        Assert.Equal(
            replies.Select(reply => reply.Json.GetProperty("id").GetString()!).Order(),
            visitor.Tenant.Ledger.Select(entry => entry.Id).Order());
    }

    private static JsonObject Body(SandboxClient visitor, string person, string type = "Vacation") => new()
    {
        ["person"] = new JsonObject { ["id"] = person },
        ["absence_type"] = new JsonObject { ["id"] = visitor.Tenant.FindAbsenceTypeId(type) },
        ["starts_from"] = type == "Überstundenausgleich" ? Boundary("2026-08-03T09:00:00", null)
            : Boundary("2026-08-03T00:00:00", "FIRST_HALF"),
        // The midnight after the last day, the 7th.
        ["ends_at"] = Boundary("2026-08-08T00:00:00", "SECOND_HALF"),
        ["comment"] = "Größe, \"x\"\n=1+1",
    };

    private static JsonObject Boundary(string at, string? type) =>
        type is null ? new() { ["date_time"] = at } : new() { ["date_time"] = at, ["type"] = type };
}
