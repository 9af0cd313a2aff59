using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class PersonioClientTests
{
    [Fact]
    public async Task Many_ids_take_one_request_and_missing_rows_were_not_found()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 2));

        LookupResult<Person> found = await scene.Client.GetManyAsync<Person>(
            Endpoints.ListPersons, ["2", "1", "9", "1"]);

        Assert.Equal("/v2/persons?id=2,1,9&limit=50", Assert.Single(scene.Network.Calls).PathAndQuery);
        Assert.Equal(["1", "2"], found.Rows.Keys.Order());
        Assert.Equal("2", found.Rows["2"].PersonId);
        Assert.Empty(found.Refused);
    }

    [Fact]
    public async Task More_ids_than_a_request_accepts_take_several_requests()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", request =>
            Answer.Page(
                request.PathAndQuery.Split("id=")[1].Split('&')[0].Split(',').Select(id => $$"""{"id":"{{id}}"}""")));

        LookupResult<Person> found = await scene.Client.GetManyAsync<Person>(
            Endpoints.ListPersons, [.. Enumerable.Range(1, 120).Select(id => $"{id}")]);

        Assert.Equal(120, found.Rows.Count);
        Assert.Equal(
            [50, 50, 20],
            scene.Network.Calls.Select(call => call.PathAndQuery.Split("id=")[1].Split('&')[0].Split(',').Length));
    }

    [Fact]
    public async Task More_ids_than_a_request_accepts_are_not_requested_after_a_refusal()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", _ => Answer.Problem(403));

        await Refusal.OfAsync(() => scene.Client.GetManyAsync<Person>(
            Endpoints.ListPersons, [.. Enumerable.Range(1, 120).Select(id => $"{id}")]));

        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_malformed_id_does_not_affect_the_others()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", request => request.PathAndQuery.Contains('x', StringComparison.Ordinal)
            ? Answer.Problem(400, "Bad request", "Provided request parameters are invalid.")
            : Answer.Page(
                request.PathAndQuery.Split("id=")[1].Split('&')[0].Split(',').Select(id => $$"""{"id":"{{id}}"}""")));

        LookupResult<Person> found = await scene.Client.GetManyAsync<Person>(
            Endpoints.ListPersons, ["1", "2", "3", "x", "5", "6", "7", "8"]);

        Assert.Equal(["1", "2", "3", "5", "6", "7", "8"], found.Rows.Keys.Order());
        Assert.Equal("x", Assert.Single(found.Refused).Key);
        Assert.Equal(ErrorKind.InvalidRequest, found.Refused["x"].Kind);
        Assert.Equal(7, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task An_id_with_a_comma_is_refused_alone_and_never_sent()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 1));

        LookupResult<Person> found = await scene.Client.GetManyAsync<Person>(Endpoints.ListPersons, ["1", "2,3"]);

        Assert.Equal("1", Assert.Single(found.Rows).Key);
        Assert.Equal("2,3", Assert.Single(found.Refused).Key);
        Assert.Equal("/v2/persons?id=1&limit=50", Assert.Single(scene.Network.Calls).PathAndQuery);
    }

    [Fact]
    public async Task Without_ids_no_request_is_sent_and_not_all_rows_are_meant()
    {
        using TestSession scene = await TestSession.OpenAsync();

        LookupResult<Person> found = await scene.Client.GetManyAsync<Person>(Endpoints.ListPersons, []);

        Assert.Empty(found.Rows);
        Assert.Empty(scene.Network.Calls);
    }

    [Fact]
    public async Task A_row_that_is_returned_for_two_halves_does_no_harm()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Problem(400), Answer.Persons(1, 1), Answer.Persons(1, 1));

        LookupResult<Person> found = await scene.Client.GetManyAsync<Person>(Endpoints.ListPersons, ["1", "01"]);

        Assert.Equal("1", Assert.Single(found.Rows).Key);
    }

    [Fact]
    public async Task A_uuid_is_found_in_upper_case_too()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/absence-periods", Answer.Page(["""{"id":"9b0c7f8e-1c2d-4e3f-8a4b-5c6d7e8f9a0b"}"""]));

        LookupResult<AbsencePeriod> found = await scene.Client.GetManyAsync<AbsencePeriod>(
            Endpoints.ListAbsencePeriods, ["9B0C7F8E-1C2D-4E3F-8A4B-5C6D7E8F9A0B"]);

        Assert.True(found.Rows.ContainsKey("9B0C7F8E-1C2D-4E3F-8A4B-5C6D7E8F9A0B"));
    }

    [Fact]
    public async Task A_batch_that_fails_for_another_reason_fails_as_a_whole()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Problem(403));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.GetManyAsync<Person>(Endpoints.ListPersons, ["1", "2"]));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_creation_with_an_unreadable_response_has_an_unknown_outcome(string body)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("POST /v2/persons", Answer.Of(201, body, "application/json"));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.CreateAsync<Person>(Endpoints.CreatePerson.For().WithBody(new { })));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.True(fault.OutcomeUnknown);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task The_response_to_a_change_may_be_empty(int status)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("PATCH /v2/persons/1", Answer.Status(status));

        await scene.Client.SendAsync(Endpoints.UpdatePerson.For("1").WithBody(new { first_name = (string?)null }));

        Assert.Equal("""{"first_name":null}""", Assert.Single(scene.Network.Calls).Body);
    }

    [Fact]
    public async Task Absence_types_are_fetched_once_for_all_callers_and_again_after_ten_minutes()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/absence-types", _ => Answer.Page(["""{"id":"t-1","name":"Vacation"}"""]));

        await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes)));
        scene.Time.Advance(TimeSpan.FromMinutes(9));
        await scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes);
        int before = scene.Network.Calls.Count;
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        IReadOnlyList<AbsenceType> types = await scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes);

        Assert.Equal(1, before);
        Assert.Equal(2, scene.Network.Calls.Count);
        Assert.Equal("Vacation", Assert.Single(types).Name);
    }

    [Fact]
    public async Task Absence_types_that_could_not_be_fetched_are_requested_again()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/absence-types", Answer.Problem(403), Answer.Page([]));
        await Refusal.OfAsync(() => scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes));

        Assert.Empty(await scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes));
    }

    [Fact]
    public async Task The_other_callers_get_the_absence_types_even_if_the_one_that_fetches_them_is_canceled()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        scene.Network.On("GET /v2/absence-types", async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return Answer.Page(["""{"id":"t-1"}"""]);
        });
        Task<IReadOnlyList<AbsenceType>> first = scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes, stop.Token);
        await scene.Network.ArrivedAsync(2);
        Task<IReadOnlyList<AbsenceType>> second = scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.Single(await second);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task Each_request_is_reported_with_its_status_and_each_page_with_its_rows()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 3));

        await scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For());

        Assert.Contains(scene.Log.VerboseLines,
            line => line.StartsWith("GET /v2/persons?limit=50 -> 200, ", StringComparison.Ordinal));
        Assert.Contains("/v2/persons: 3 rows.", scene.Log.VerboseLines);
    }
}
