using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Requests;

public sealed class ApiRequestTests
{
    [Theory]
    [InlineData("4711", "/v2/persons/4711")]
    [InlineData("...", "/v2/persons/...")]
    [InlineData("50%", "/v2/persons/50%25")]
    [InlineData("%2e%2e", "/v2/persons/%252e%252e")]
    [InlineData("a?b#c&d", "/v2/persons/a%3Fb%23c%26d")]
    [InlineData("ü €", "/v2/persons/%C3%BC%20%E2%82%AC")]
    [InlineData("{id}", "/v2/persons/%7Bid%7D")]
    public async Task An_id_is_one_segment_of_the_path_whatever_it_contains(string id, string path)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On($"GET {path}", Answer.Json("""{"id":"1"}"""));

        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For(id));

        Assert.Equal(path, Assert.Single(scene.Network.Calls).PathAndQuery);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("../auth/token")]
    [InlineData("..\\x")]
    [InlineData("4711\n")]
    [InlineData("47\r\nX-Header: 1")]
    [InlineData("4\u00007")]
    public void An_impossible_id_is_rejected_before_any_request(string id)
    {
        PersonioException fault = Assert.Throws<PersonioException>(() => Endpoints.GetPerson.For(id));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
    }

    [Fact]
    public void Placeholders_are_filled_in_order_and_a_value_is_never_a_placeholder()
    {
        Assert.Equal("/v2/persons/1/employments/2", Endpoints.GetEmployment.For("1", "2").Path);
        Assert.Equal("/v2/persons/%7Bid%7D/employments/2", Endpoints.GetEmployment.For("{id}", "2").Path);
    }

    [Fact]
    public void Too_few_or_too_many_values_are_an_error_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Endpoints.GetEmployment.For("1"));
        Assert.Throws<ArgumentException>(() => Endpoints.ListPersons.For("1"));
        Assert.Throws<ArgumentNullException>(() => Endpoints.ListPersons.For(null!));
    }

    [Theory]
    [InlineData("first+last@example.org", "email=first%2Blast%40example.org")]
    [InlineData("a&b=c", "email=a%26b%3Dc")]
    [InlineData("ü x", "email=%C3%BC%20x")]
    [InlineData("a,b", "email=a,b")]
    [InlineData("", "email=")]
    public void A_query_value_is_escaped(string value, string query)
    {
        Assert.Equal($"/v2/persons?{query}", Endpoints.ListPersons.For().With("email", value).PathAndQuery);
    }

    [Fact]
    public void A_query_keeps_the_order_it_was_built_in_and_its_dots()
    {
        ApiRequest request = Endpoints.ListPersons.For()
            .With("updated_at.gt", "2026-01-01T00:00:00Z").With("nothing", null).WithAny("id", ["2", "1"])
            .WithLimit(10);

        Assert.Equal("/v2/persons?updated_at.gt=2026-01-01T00%3A00%3A00Z&id=2,1&limit=10", request.PathAndQuery);
    }

    [Fact]
    public void No_values_add_nothing()
    {
        Assert.Equal("/v2/persons", Endpoints.ListPersons.For().WithAny("id", null).WithAny("email", []).PathAndQuery);
    }

    [Theory]
    [InlineData("1,2")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("1\n2")]
    public void A_list_value_that_would_be_read_as_two_or_none_is_refused(string value)
    {
        PersonioException fault = Assert.Throws<PersonioException>(
            () => Endpoints.ListPersons.For().WithAny("id", ["1", value]));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
    }

    [Theory]
    [InlineData(10, "limit=10")]
    [InlineData(50, "limit=50")]
    [InlineData(1000, "limit=50")]
    public void A_limit_is_at_most_what_the_endpoint_accepts(int limit, string query)
    {
        Assert.Equal($"/v2/persons?{query}", Endpoints.ListPersons.For().WithLimit(limit).PathAndQuery);
    }

    [Fact]
    public void A_request_is_never_changed_but_copied()
    {
        ApiRequest first = Endpoints.ListPersons.For();

        ApiRequest second = first.With("status", "ACTIVE").WithBody(new { });

        Assert.Equal("/v2/persons", first.PathAndQuery);
        Assert.Null(first.Body);
        Assert.NotSame(first, second);
    }

    [Fact]
    public void Log_lines_contain_no_personal_data()
    {
        ApiRequest request = Endpoints.ListPersons.For()
            .With("email", "first@example.org").With("status", "ACTIVE").With("first_name", "First").WithLimit(50)
            .With("updated_at.gt", "2026-01-01").WithBody(new { last_name = "Last" });

        Assert.Equal(
            "GET /v2/persons?status=ACTIVE&limit=50&updated_at.gt=2026-01-01&…",
            request.Describe(PersonioService.IsLoggable));
    }

    [Theory]
    [InlineData("email")]
    [InlineData("id")]
    [InlineData("person.id")]
    [InlineData("cursor")]
    [InlineData("anything_new")]
    public void Only_query_keys_known_to_be_harmless_are_logged(string name)
    {
        Assert.Equal(
            "GET /v2/persons?…", Endpoints.ListPersons.For().With(name, "value").Describe(PersonioService.IsLoggable));
    }

    [Fact]
    public void A_page_link_is_reported_without_its_cursor()
    {
        ApiRequest next = PageLink.Follow(
            Endpoints.ListPersons.For(), "?cursor=abc&email=first%40example.org", new Uri("https://api.personio.de"));

        Assert.Equal("GET /v2/persons?…", next.Describe(PersonioService.IsLoggable));
    }

    [Fact]
    public async Task A_request_carries_the_headers_that_Personio_expects()
    {
        using TestSession scene = await TestSession.OpenAsync(
            options => options with { AppId = "MY_APP", PartnerId = "MY_PARTNER" });
        scene.Network.On("GET /v2/org-units", Answer.Json("""{"_data":[]}"""))
            .On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""))
            .On("GET /v2/persons/2", Answer.Json("""{"id":"1"}"""));

        await scene.Client.ListAllAsync<Person>(Endpoints.ListOrgUnits.For());
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("2") with { Beta = true });

        IReadOnlyList<SentRequest> calls = scene.Network.Calls;
        Assert.Equal(["true", null, "true"], calls.Select(call => call.Headers.GetValueOrDefault("Beta")));
        Assert.All(calls, call => Assert.Equal("MY_APP", call.Headers["X-Personio-App-ID"]));
        Assert.All(calls, call => Assert.Equal("MY_PARTNER", call.Headers["X-Personio-Partner-ID"]));
        Assert.All(
            calls,
            call => Assert.Equal("application/json, application/problem+json, */*; q=0.1", call.Headers["Accept"]));
    }

    [Fact]
    public async Task A_deletion_has_no_body_and_a_change_without_one_has_an_empty_one()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("DELETE /v2/persons/1", Answer.Status(204)).On("POST /v2/webhooks/1/ping", Answer.Status(204));

        await scene.Client.SendAsync(Endpoints.DeletePerson.For("1"));
        await scene.Client.SendAsync(Endpoints.PingWebhook.For("1"));

        Assert.All(scene.Network.Calls, call => Assert.Equal("", call.Body));
        Assert.All(scene.Network.Calls, call => Assert.Null(call.MediaType));
    }
}
