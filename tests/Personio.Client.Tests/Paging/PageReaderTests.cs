using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Paging;

public sealed class PageReaderTests
{
    [Theory]
    [InlineData("""{"next":{"href":"https://api.personio.de/v2/persons?cursor=c2"}}""")]
    [InlineData("""{"next":{"href":"/v2/persons?cursor=c2"}}""")]
    [InlineData("""{"next":{"href":"?cursor=c2"}}""")]
    [InlineData("""{"next":"https://api.personio.de/v2/persons?cursor=c2"}""")]
    [InlineData("""{"next":"c2"}""")]
    public async Task A_listing_continues_whatever_form_its_link_has(string links)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.PageWith(["""{"id":"1"}"""], links), Answer.Persons(2, 1));

        IReadOnlyList<Person> rows = await ListAsync(scene);

        Assert.Equal(["1", "2"], rows.Select(row => row.PersonId));
        Assert.Equal("/v2/persons?cursor=c2", scene.Network.Calls[1].PathAndQuery);
    }

    [Theory]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":{"links":{"self":{"href":"/v2/persons"}}}}""")]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":{"links":{"next":null}}}""")]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":{"links":{"next":{"href":null}}}}""")]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":{"links":{"next":{}}}}""")]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":{"links":{"next":""}}}""")]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":{"links":null}}""")]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":null}""")]
    [InlineData("""{"_data":[{"id":"1"}],"_meta":[]}""")]
    [InlineData("""{"_data":[{"id":"1"}]}""")]
    [InlineData("""{"success":true,"data":[{"id":1}]}""")]
    public async Task The_last_page_is_the_one_without_a_link(string page)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Json(page));

        IReadOnlyList<Person> rows = await ListAsync(scene);

        Assert.Equal("1", Assert.Single(rows).PersonId);
    }

    [Theory]
    [InlineData("""{"_data":[]}""")]
    [InlineData("""{"_data":null}""")]
    [InlineData("""{"_data":[null, null]}""")]
    public async Task An_empty_listing_is_not_an_error(string page)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Json(page));

        Assert.Empty(await ListAsync(scene));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("?cursor=c2")]
    public async Task An_empty_page_without_a_new_link_ends_the_list(string? link)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 2, "?cursor=c2"), Answer.Persons(0, 0, link));

        IReadOnlyList<Person> rows = await ListAsync(scene);

        Assert.Equal(["1", "2"], rows.Select(row => row.PersonId));
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_does_not_cut_the_list_short()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons",
            Answer.Persons(0, 0, "?cursor=a"), Answer.Persons(1, 2, "?cursor=b"), Answer.Persons(0, 0, "?cursor=c"),
            Answer.Persons(3, 1));

        IReadOnlyList<Person> rows = await ListAsync(scene);

        Assert.Equal(["1", "2", "3"], rows.Select(row => row.PersonId));
    }

    [Fact]
    public async Task An_empty_page_that_leads_to_another_host_is_an_error_because_rows_may_be_missing()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons",
            Answer.Persons(1, 2, "?cursor=c2"), Answer.Persons(0, 0, "https://elsewhere.example/v2/persons?cursor=c3"));

        PersonioException fault = await Refusal.OfAsync(() => ListAsync(scene));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("leads to another host", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("?cursor=c2")]
    [InlineData("?cursor=c3")]
    [InlineData("https://elsewhere.example/v2/recruiting/jobs?cursor=c3")]
    public async Task An_empty_page_ends_a_recruiting_list_whatever_link_it_has(string? link)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/recruiting/jobs", Answer.Persons(1, 2, "?cursor=c2"), Answer.Persons(0, 0, link));

        IReadOnlyList<RecruitingJob> rows =
            await scene.Client.ListAllAsync<RecruitingJob>(Endpoints.ListRecruitingJobs.For());

        Assert.Equal(["1", "2"], rows.Select(row => row.RecruitingJobId));
    }

    [Fact]
    public async Task A_page_of_null_rows_does_not_end_the_listing()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Page(["null"], "?cursor=c2"), Answer.Persons(3, 1));

        Assert.Equal("3", Assert.Single(await ListAsync(scene)).PersonId);
    }

    [Fact]
    public async Task Null_rows_are_omitted()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Page(["null", """{"id":"1"}""", "null"]));

        Assert.Equal("1", Assert.Single(await ListAsync(scene)).PersonId);
    }

    [Fact]
    public async Task A_repeated_cursor_is_an_error_and_not_a_loop()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", _ => Answer.Persons(1, 2, "?cursor=c2"));

        PersonioException fault = await Refusal.OfAsync(() => ListAsync(scene));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("would loop forever", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_circle_of_cursors_is_an_error_too()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons",
            Answer.Persons(1, 1, "?cursor=a"), Answer.Persons(2, 1, "?cursor=b"), Answer.Persons(3, 1, "?cursor=a"));

        PersonioException fault = await Refusal.OfAsync(() => ListAsync(scene));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Equal(3, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_duplicate_id_is_omitted_and_reported()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 3, "?cursor=c2"), Answer.Persons(3, 2));

        IReadOnlyList<Person> rows = await ListAsync(scene);

        Assert.Equal(["1", "2", "3", "4"], rows.Select(row => row.PersonId));
        Assert.Contains("/v2/persons: 3 came twice; the second was skipped.", scene.Log.VerboseLines);
    }

    [Fact]
    public async Task Rows_without_an_id_are_never_treated_as_duplicates()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Page(["""{"status":"ACTIVE"}""", """{"status":"ACTIVE"}"""]));

        Assert.Equal(2, (await ListAsync(scene)).Count);
    }

    [Fact]
    public void Seen_ids_are_compared_exactly_except_for_the_case_of_a_UUID()
    {
        var seen = new DuplicateFilter();

        Assert.True(seen.Add("9b0c7f8e-1c2d-4e3f-8a4b-5c6d7e8f9a0b"));
        Assert.False(seen.Add("9B0C7F8E-1C2D-4E3F-8A4B-5C6D7E8F9A0B"));
        Assert.True(seen.Add("47"));
        Assert.True(seen.Add("047"));
        Assert.False(seen.Add("47"));
        Assert.True(seen.Add(null));
        Assert.True(seen.Add(null));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"_data":{"id":"1"}}""")]
    [InlineData("""{"_data":"rows"}""")]
    [InlineData("""{"_data":[{"id":"1"}""")]
    [InlineData("""{"_data":[{"id":"1"}]}{}""")]
    [InlineData("")]
    public async Task A_body_that_is_not_a_page_is_UnexpectedResponse_and_never_an_empty_list(string body)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Of(200, body, "application/json"));

        PersonioException fault = await Refusal.OfAsync(() => ListAsync(scene));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Equal("GET /v2/persons", $"{fault.Method} {fault.Path}");
        Assert.Equal(200, fault.StatusCode);
    }

    [Fact]
    public async Task An_unreadable_row_is_one_fault_with_its_id_and_position_and_the_others_are_returned()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Json(
            """
            {"_data":[{"id":"1"},{"id":"7","created_at":"yesterday"},{"id":"2"},{"created_at":"yesterday"}],
             "_meta":{"links":{"next":"c2"}}}
            """), Answer.Json("""{"_data":["",{"id":"7","created_at":"yesterday"},{},[],0,{"id":"3"}]}"""));

        IReadOnlyList<Person> rows = await ListAsync(scene);

        Assert.Equal(["1", "2", "3"], rows.Select(row => row.PersonId));
        Assert.Equal(
            [
                "The row 7 of GET /v2/persons cannot be read at $.created_at and was skipped: 'yesterday' is not an "
                    + "instant. The other rows are complete.",
                "The row number 4 of its page of GET /v2/persons cannot be read at $.created_at and was skipped: "
                    + "'yesterday' is not an instant. The other rows are complete.",
            ],
            scene.Log.Warnings);
    }

    [Fact]
    public async Task A_row_of_another_kind_is_reported_without_type_names()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Json("{\"_data\":[{\"id\":\"1\"},\"text\",{\"id\":\"2\"}]}"));

        IReadOnlyList<Person> rows = await ListAsync(scene);

        Assert.Equal(["1", "2"], rows.Select(row => row.PersonId));
        Assert.Equal(
            [
                "The row number 2 of its page of GET /v2/persons cannot be read at $ and was skipped: "
                    + "The value is of another kind than the API promises. The other rows are complete.",
            ],
            scene.Log.Warnings);
    }

    [Fact]
    public async Task An_unreadable_row_in_several_windows_is_reported_once_and_the_others_are_returned()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/absence-periods", _ => Answer.Json(
            """
            {"_data":[{"id":"a","starts_from":{"date_time":"2026-01-05T00:00:00"} },
             {"id":"b","starts_from":{"date_time":"soon"} }]}
            """));

        var rows = new List<AbsencePeriod>();
        await foreach (AbsencePeriod row in scene.Client.ListDaysAsync(new WindowedQuery<AbsencePeriod>
        {
            From = new DateTime(2026, 1, 1), To = new DateTime(2026, 1, 31), DayOf = row => row.StartDate,
            Request = _ => Endpoints.ListAbsencePeriods.For(),
        }))
        {
            rows.Add(row);
        }

        Assert.Equal("a", Assert.Single(rows).AbsencePeriodId);
        Assert.Contains(
            "The row b of GET /v2/absence-periods", Assert.Single(scene.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_row_that_was_requested_by_its_id_is_an_error_for_that_id()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            "GET /v2/persons", Answer.Json("""{"_data":[{"id":"1"},{"id":"7","created_at":"yesterday"}]}"""));

        LookupResult<Person> found = await scene.Client.GetManyAsync<Person>(Endpoints.ListPersons, ["1", "7"]);

        Assert.Equal(["1"], found.Rows.Keys);
        Assert.Equal("7", Assert.Single(found.Refused).Value.RowId);
        Assert.Empty(scene.Log.Warnings);
    }

    [Fact]
    public async Task A_list_that_a_change_depends_on_fails_if_a_row_is_unreadable()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            "GET /v2/persons", Answer.Json("""{"_data":[{"id":"1"},{"id":"7","created_at":"yesterday"}]}"""));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListStrictAsync<Person>(Endpoints.ListPersons.For()));

        Assert.Equal("7", fault.RowId);
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_page_does_no_harm()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Json("\uFEFF" + """{"_data":[{"id":"1"}]}"""));

        Assert.Single(await ListAsync(scene));
    }

    private static Task<IReadOnlyList<Person>> ListAsync(TestSession scene) =>
        scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For());
}
