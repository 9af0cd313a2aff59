using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

/// <summary>A gateway that occasionally does not find an endpoint.</summary>
public sealed class GatewayMissTests
{
    private const string Route = "GET /v2/persons/1/employments";
    private const string Body =
        """{"errors":[{"title":"Not Found","detail":"The endpoint with /v2/x was not found.","type":"https:"""
        + """//x/codes#apinot_found"}]}""";

    [Fact]
    public async Task A_gateway_miss_is_retried_like_a_502_if_the_endpoint_has_responded_before()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(Route, Answer.Page([]), Miss(), Miss(), Miss(), Answer.Page(["""{"id":"e1"}"""]));
        await ListAsync(scene);

        IReadOnlyList<Employment> employments = await ListAsync(scene);

        Assert.Equal("e1", Assert.Single(employments).EmploymentId);
        Assert.Equal(5, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_lasting_gateway_miss_is_an_error_of_that_call_and_not_a_missing_right()
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 2 });
        scene.Network.On(Route, Answer.Page([])).Always(Route, _ => Miss());
        await ListAsync(scene);

        PersonioException fault = await Refusal.OfAsync(() => ListAsync(scene));

        Assert.Equal(ErrorKind.ServiceUnavailable, fault.Kind);
        Assert.Null(fault.MissingScope);
        Assert.Equal(404, fault.StatusCode);
        Assert.Equal(4, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task An_endpoint_that_has_never_responded_is_tried_twice_and_then_reported_as_unavailable()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always(Route, _ => Miss());

        PersonioException fault = await Refusal.OfAsync(() => ListAsync(scene));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_change_that_misses_is_not_retried_and_counts_as_not_carried_out()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("PATCH /v2/persons/1", Answer.Status(204)).On("PATCH /v2/persons/1", Miss());
        await scene.Client.SendAsync(Endpoints.UpdatePerson.For("1").WithBody(new { }));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.UpdatePerson.For("1").WithBody(new { })));

        Assert.Equal(ErrorKind.ServiceUnavailable, fault.Kind);
        Assert.False(fault.OutcomeUnknown);
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_row_that_does_not_exist_is_requested_once()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""))
            .On("GET /v2/persons/2", Answer.Problem(404, "Resource not found", "There is no resource for the id."));
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("2")));

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    private static HttpResponseMessage Miss() => Answer.Of(404, Body, "application/problem+json");

    private static Task<IReadOnlyList<Employment>> ListAsync(TestSession scene) =>
        scene.Client.ListAllAsync<Employment>(Endpoints.ListEmployments.For("1"));
}
