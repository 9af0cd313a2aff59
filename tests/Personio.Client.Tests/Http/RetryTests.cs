using System.Security.Authentication;
using Personio.Rest.Http;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [InlineData("GET", 408, true)]
    [InlineData("GET", 429, true)]
    [InlineData("GET", 500, true)]
    [InlineData("GET", 502, true)]
    [InlineData("GET", 503, true)]
    [InlineData("GET", 504, true)]
    [InlineData("GET", 302, false)]
    [InlineData("GET", 400, false)]
    [InlineData("GET", 403, false)]
    [InlineData("GET", 404, false)]
    [InlineData("GET", 409, false)]
    [InlineData("GET", 422, false)]
    [InlineData("GET", 501, false)]
    [InlineData("DELETE", 408, true)]
    [InlineData("DELETE", 429, true)]
    [InlineData("DELETE", 500, true)]
    [InlineData("DELETE", 502, true)]
    [InlineData("DELETE", 503, true)]
    [InlineData("DELETE", 504, true)]
    [InlineData("DELETE", 403, false)]
    [InlineData("DELETE", 409, false)]
    [InlineData("POST", 408, false)]
    [InlineData("POST", 429, true)]
    [InlineData("POST", 500, false)]
    [InlineData("POST", 502, false)]
    [InlineData("POST", 503, false)]
    [InlineData("POST", 504, false)]
    [InlineData("POST", 409, false)]
    [InlineData("PATCH", 408, false)]
    [InlineData("PATCH", 429, true)]
    [InlineData("PATCH", 500, false)]
    [InlineData("PATCH", 502, false)]
    [InlineData("PATCH", 503, false)]
    [InlineData("PATCH", 504, false)]
    [InlineData("PATCH", 422, false)]
    public async Task A_status_is_retried_only_if_that_is_safe(string method, int status, bool again)
    {
        using TestSession scene = await TestSession.OpenAsync();
        ApiRequest request = RequestOf(method);
        scene.Network.On($"{method} {request.Path}", Answer.Status(status), Answer.Json("""{"id":"1"}"""));

        Exception? fault = await Record.ExceptionAsync(() => scene.Client.SendAsync(request));

        Assert.Equal(again ? 2 : 1, scene.Network.Calls.Count);
        Assert.Equal(again, fault is null);
    }

    [Theory]
    [InlineData("GET", HttpRequestError.ConnectionError, true)]
    [InlineData("GET", HttpRequestError.NameResolutionError, true)]
    [InlineData("GET", HttpRequestError.ResponseEnded, true)]
    [InlineData("GET", HttpRequestError.Unknown, true)]
    [InlineData("DELETE", HttpRequestError.ResponseEnded, true)]
    [InlineData("POST", HttpRequestError.ConnectionError, true)]
    [InlineData("POST", HttpRequestError.NameResolutionError, true)]
    [InlineData("POST", HttpRequestError.SecureConnectionError, true)]
    [InlineData("POST", HttpRequestError.ProxyTunnelError, true)]
    [InlineData("POST", HttpRequestError.ResponseEnded, false)]
    [InlineData("POST", HttpRequestError.InvalidResponse, false)]
    [InlineData("POST", HttpRequestError.HttpProtocolError, false)]
    [InlineData("POST", HttpRequestError.Unknown, false)]
    [InlineData("PATCH", HttpRequestError.ConnectionError, true)]
    [InlineData("PATCH", HttpRequestError.ResponseEnded, false)]
    public async Task A_broken_connection_is_retried_only_if_that_is_safe(
        string method, HttpRequestError error, bool again)
    {
        using TestSession scene = await TestSession.OpenAsync();
        ApiRequest request = RequestOf(method);
        scene.Network.On($"{method} {request.Path}", new HttpRequestException(error, "Broken."))
            .On($"{method} {request.Path}", Answer.Json("""{"id":"1"}"""));

        Exception? fault = await Record.ExceptionAsync(() => scene.Client.SendAsync(request));

        Assert.Equal(again ? 2 : 1, scene.Network.Calls.Count);
        Assert.Equal(again, fault is null);
    }

    [Fact]
    public async Task A_bad_certificate_is_not_retried()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", new HttpRequestException(
            HttpRequestError.SecureConnectionError, "SSL.",
            new AuthenticationException("The certificate is not valid.")));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(RequestOf("GET")));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.Contains("The certificate is not valid.", fault.Message, StringComparison.Ordinal);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_retried_change_keeps_its_body()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            "POST /v2/persons", Answer.Status(429), Answer.Status(429), Answer.Json("""{"id":"7"}""", 201));

        Person made = await scene.Client.CreateAsync<Person>(
            Endpoints.CreatePerson.For().WithBody(new { last_name = "Last ü, \"x\"" }));

        Assert.Equal("7", made.PersonId);
        Assert.Equal(3, scene.Network.Calls.Count);
        Assert.All(scene.Network.Calls, call => Assert.Equal("""{"last_name":"Last ü, \"x\""}""", call.Body));
        Assert.All(scene.Network.Calls, call => Assert.Equal("application/json", call.MediaType));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task The_number_of_attempts_is_limited(int maxRetry)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = maxRetry });
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Problem(503, "Down", "Not now."));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(RequestOf("GET")));

        Assert.Equal(ErrorKind.ServiceUnavailable, fault.Kind);
        Assert.Equal("Down: Not now.", fault.Detail);
        Assert.Equal(maxRetry + 1, scene.Network.Calls.Count);
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", true)]
    [InlineData("PATCH", true)]
    [InlineData("DELETE", true)]
    public async Task A_change_whose_response_was_lost_has_an_unknown_outcome(string method, bool unknown)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 1 });
        ApiRequest request = RequestOf(method);
        scene.Network.Always($"{method} {request.Path}", (_, _) =>
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(request));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.Equal(unknown, fault.OutcomeUnknown);
        Assert.Equal(unknown, fault.Message.Contains("Check before you retry", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_change_that_was_never_sent_has_a_known_outcome(string method)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 1 });
        ApiRequest request = RequestOf(method);
        scene.Network.Always($"{method} {request.Path}", (_, _) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused."));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(request));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.False(fault.OutcomeUnknown);
    }

    [Fact]
    public async Task A_deletion_that_may_have_been_carried_out_before_the_connection_broke_has_an_unknown_outcome()
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 1 });
        scene.Network.On("DELETE /v2/persons/1", new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."))
            .On("DELETE /v2/persons/1", new HttpRequestException(HttpRequestError.ConnectionError, "Refused."));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(RequestOf("DELETE")));

        Assert.True(fault.OutcomeUnknown);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_deletion_that_failed_inside_the_server_and_then_finds_nothing_is_done(int status)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("DELETE /v2/persons/1", Answer.Status(status), Answer.Problem(404));

        await scene.Client.SendAsync(RequestOf("DELETE"));

        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_deletion_whose_response_was_lost_and_that_then_finds_nothing_is_done()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("DELETE /v2/persons/1", new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."))
            .On("DELETE /v2/persons/1", Answer.Problem(404));

        await scene.Client.SendAsync(RequestOf("DELETE"));

        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Theory]
    [InlineData(
        """{"errors":[{"title":"Resource not found","detail":"There is no resource for the specified id."}]}""", true)]
    [InlineData("""{"errors":[{"title":"Gone","detail":"The person vanished during the request."}]}""", true)]
    [InlineData("""{"errors":[{"title":"Not Found","detail":"Not Found"}]}""", false)]
    [InlineData("""{"message":"no Route matched with those values"}""", false)]
    [InlineData("""{"error":"The requested URL was not found."}""", false)]
    [InlineData("<html><body>Not here</body></html>", false)]
    [InlineData("no person", false)]
    [InlineData("", false)]
    public async Task A_deletion_after_a_lost_response_is_done_only_if_the_404_is_about_the_resource(
        string body, bool isDone)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            "DELETE /v2/persons/1", Answer.Status(503), Answer.Of(404, body, "application/problem+json"));

        PersonioException? fault = null;
        try
        {
            await scene.Client.SendAsync(RequestOf("DELETE"));
        }
        catch (PersonioException caught)
        {
            fault = caught;
        }

        Assert.Equal(isDone, fault is null);
        Assert.Equal(!isDone, fault?.OutcomeUnknown ?? false);
    }

    [Fact]
    public async Task A_404_of_the_project_does_not_mean_that_its_members_were_removed()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("DELETE /v2/projects/1/members", Answer.Status(503), Answer.Problem(404));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(
            Endpoints.RemoveProjectMembers.For("1").WithAny("person_id", ["2"])));

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
        Assert.True(fault.OutcomeUnknown);
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_at_the_first_attempt_is_NotFound()
    {
        PersonioException fault = await DeleteAsync(_ => { });

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_after_a_429_is_NotFound_because_a_429_deletes_nothing()
    {
        PersonioException fault = await DeleteAsync(network => network.On("DELETE /v2/persons/1", Answer.Status(429)));

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_after_a_failed_connection_is_NotFound()
    {
        PersonioException fault = await DeleteAsync(network => network.On(
            "DELETE /v2/persons/1", new HttpRequestException(HttpRequestError.ConnectionError, "Refused.")));

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
    }

    [Fact]
    public void Only_errors_before_sending_count_as_never_sent()
    {
        HttpRequestError[] never = [.. Enum.GetValues<HttpRequestError>()
            .Where(error => RetryHandler.WasNeverSent(new HttpRequestException(error)))];

        Assert.Equal(
            [
                HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError,
                HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError,
            ],
            never);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using TestSession scene = await TestSession.OpenAsync();
        HttpResponseMessage redirect = Answer.Status(302);
        redirect.Headers.Location = new Uri("https://evil.example/");
        scene.Network.On("GET /v2/persons/1", redirect);

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(RequestOf("GET")));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("Redirects are not followed", fault.Message, StringComparison.Ordinal);
        Assert.Single(scene.Network.Calls);
    }

    private static async Task<PersonioException> DeleteAsync(Action<StubNetwork> before)
    {
        using TestSession scene = await TestSession.OpenAsync();
        before(scene.Network);
        scene.Network.On("DELETE /v2/persons/1", Answer.Problem(404));
        return await Refusal.OfAsync(() => scene.Client.SendAsync(RequestOf("DELETE")));
    }

    private static ApiRequest RequestOf(string method) => method switch
    {
        "GET" => Endpoints.GetPerson.For("1"),
        "DELETE" => Endpoints.DeletePerson.For("1"),
        "POST" => Endpoints.CreatePerson.For().WithBody(new { }),
        _ => Endpoints.UpdatePerson.For("1").WithBody(new { }),
    };
}
