using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Auth;

public sealed class TokenRefusedTests
{
    private const string InvalidClient = """
        {"error":"invalid_client","error_description":"The client is not known.",
         "timestamp":"2026-01-01T00:00:00Z","trace_id":"trace-7"}
        """;

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_credential_is_AuthenticationFailed_in_Personios_words(int status)
    {
        PersonioException fault = await Refusal.OfConnectAsync(
            Answer.Of(status, InvalidClient, "application/problem+json"));

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
        Assert.Equal(status, fault.StatusCode);
        Assert.Equal("invalid_client: The client is not known.", fault.Detail);
        Assert.Equal("trace-7", fault.TraceId);
        Assert.Equal("POST /v2/auth/token", $"{fault.Method} {fault.Path}");
        Assert.Contains("Personio did not accept the credential.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("The client is not known.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Trace id: trace-7.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Check client id and client secret", fault.RecommendedAction!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_scope_gets_advice_on_scopes_and_not_on_the_secret()
    {
        PersonioException fault = await Refusal.OfConnectAsync(Answer.Json("""{"error":"invalid_scope"}""", 400));

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
        Assert.Contains(
            "Ask only for scopes that the credential has", fault.RecommendedAction!, StringComparison.Ordinal);
        Assert.DoesNotContain("client secret", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain-secret", "plain-secret")]
    [InlineData("with \"quotes\"", "with \\\"quotes\\\"")]
    [InlineData("über", "\\u00fcber")]
    [InlineData("a/b+c", "a\\/b\\u002bc")]
    [InlineData("a&b=c d", "a%26b%3Dc%20d")]
    [InlineData("e+f g", "e%2Bf+g")]
    public async Task A_secret_that_the_server_repeats_is_not_shown(string secret, string repeated)
    {
        PersonioException fault = await Refusal.OfConnectAsync(
            Answer.Json(
                $$"""{"error":"invalid_client","error_description":"No client with {{repeated}} here."}""", 400),
            secret);

        Assert.Equal("invalid_client: No client with *** here.", fault.Detail);
        Assert.DoesNotContain(secret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(repeated, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cause_of_a_refusal_does_not_contain_the_secret_either()
    {
        PersonioException fault = await Refusal.OfConnectAsync(
            Answer.Json("""{"error":"invalid_client","error_description":"a \"b\" is wrong"}""", 400), "a \"b\"");

        Assert.Null(fault.InnerException);
    }

    [Theory]
    [InlineData(429, ErrorKind.RateLimited)]
    [InlineData(500, ErrorKind.ServiceUnavailable)]
    [InlineData(503, ErrorKind.ServiceUnavailable)]
    [InlineData(302, ErrorKind.UnexpectedResponse)]
    [InlineData(404, ErrorKind.UnexpectedResponse)]
    public async Task Other_responses_of_the_token_endpoint_do_not_blame_the_credential(int status, ErrorKind kind)
    {
        PersonioException fault = await Refusal.OfConnectAsync(Answer.Problem(status));

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(
            $"api.personio.de did not issue a token (status {status}).", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("client secret", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"access_token": null}""")]
    [InlineData("""{"access_token": ""}""")]
    [InlineData("""{"access_token": 7}""")]
    [InlineData("no json")]
    [InlineData("")]
    public async Task A_success_without_a_token_is_UnexpectedResponse(string body)
    {
        PersonioException fault = await Refusal.OfConnectAsync(Answer.Json(body));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
    }

    [Fact]
    public async Task A_web_page_instead_of_a_token_is_reported_as_such()
    {
        PersonioException fault = await Refusal.OfConnectAsync(Answer.Html(200));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("A web page came instead of JSON", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_charset_of_the_token_endpoint_does_no_harm()
    {
        HttpResponseMessage answer = Answer.Json(InvalidClient, 400);
        answer.Content.Headers.Remove("Content-Type");
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nonsense");

        PersonioException fault = await Refusal.OfConnectAsync(answer);

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
    }

    [Fact]
    public async Task A_token_request_is_retried_if_the_endpoint_is_down()
    {
        StubNetwork network = new StubNetwork().On(
            "POST /v2/auth/token", Answer.Status(503), Answer.Status(429), Answer.Token("papi-token-1"));
        using TestSession scene = await TestSession.OpenAsync(network: network);

        Assert.Equal(3, network.TokenRequests.Count);
    }

    [Fact]
    public async Task A_refused_credential_is_not_retried()
    {
        StubNetwork network = new StubNetwork().On("POST /v2/auth/token", Answer.Json(InvalidClient, 401));

        await Refusal.OfAsync(() => TestSession.OpenAsync(network: network));

        Assert.Single(network.TokenRequests);
    }
}
