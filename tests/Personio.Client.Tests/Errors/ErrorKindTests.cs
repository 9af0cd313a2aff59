using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Errors;

public sealed class ErrorKindTests
{
    [Theory]
    [InlineData(400, ErrorKind.InvalidRequest)]
    [InlineData(401, ErrorKind.AccessDenied)]
    [InlineData(403, ErrorKind.AccessDenied)]
    [InlineData(404, ErrorKind.NotFound)]
    [InlineData(408, ErrorKind.TimedOut)]
    [InlineData(409, ErrorKind.Conflict)]
    [InlineData(410, ErrorKind.InvalidRequest)]
    [InlineData(412, ErrorKind.AccessDenied)]
    [InlineData(413, ErrorKind.InvalidRequest)]
    [InlineData(415, ErrorKind.InvalidRequest)]
    [InlineData(422, ErrorKind.InvalidRequest)]
    [InlineData(429, ErrorKind.RateLimited)]
    [InlineData(500, ErrorKind.ServiceUnavailable)]
    [InlineData(502, ErrorKind.ServiceUnavailable)]
    [InlineData(503, ErrorKind.ServiceUnavailable)]
    [InlineData(504, ErrorKind.ServiceUnavailable)]
    [InlineData(599, ErrorKind.ServiceUnavailable)]
    [InlineData(302, ErrorKind.UnexpectedResponse)]
    [InlineData(304, ErrorKind.UnexpectedResponse)]
    public async Task Every_status_has_a_kind(int status, ErrorKind kind)
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Problem(status));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(status, fault.StatusCode);
        Assert.Equal("Title: Detail.", fault.Detail);
        Assert.Equal("trace-1", fault.TraceId);
        Assert.Equal("GET", fault.Method);
        Assert.Equal("/v2/persons/1", fault.Path);
        Assert.False(fault.OutcomeUnknown);
    }

    [Theory]
    [InlineData(401, "Unauthorized Request")]
    [InlineData(403, "Insufficient access scope")]
    [InlineData(400, "Unauthorized token")]
    [InlineData(400, "unauthorized TOKEN")]
    public async Task A_missing_right_is_AccessDenied_and_names_the_scope_regardless_of_the_status(
        int status, string title)
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Problem(status, title));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Equal("personio:persons:read", fault.MissingScope);
        Assert.Contains("probably lacks the scope personio:persons:read", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            fault.RecommendedAction is not null,
            fault.Message.Contains(fault.RecommendedAction!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_names_the_scope_for_writing()
    {
        PersonioException fault = await Refusal.OfPatchAsync(Answer.Problem(403));

        Assert.Equal("personio:persons:write", fault.MissingScope);
    }

    [Fact]
    public async Task The_advice_names_no_scope_when_none_is_known()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("POST /v2/auth/revoke", Answer.Problem(403));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.RevokeToken.For()));

        Assert.Null(fault.MissingScope);
        Assert.Contains("probably lacks a right", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", 403, "already confirmed", "limit of the day", ErrorKind.AccessDenied)]
    [InlineData("PATCH", 403, "already confirmed", "personio:attendances:write", ErrorKind.AccessDenied)]
    [InlineData("DELETE", 403, "already confirmed", "confirmed", ErrorKind.AccessDenied)]
    public async Task A_refused_change_of_attendance_lists_everything_that_a_403_can_mean(
        string method, int status, string said, string expected, ErrorKind kind)
    {
        Endpoint row = Endpoints.Find(
            new HttpMethod(method), method == "POST" ? "/v2/attendance-periods" : "/v2/attendance-periods/1")!;

        PersonioException fault = await OfAsync(row, status, said);

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.True(
            fault.Message.IndexOf(said, StringComparison.Ordinal)
            < fault.Message.IndexOf("Personio also refuses", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PATCH", 403, ErrorKind.AccessDenied)]
    [InlineData("PATCH", 404, ErrorKind.NotFound)]
    [InlineData("DELETE", 409, ErrorKind.Conflict)]
    [InlineData("DELETE", 422, ErrorKind.InvalidRequest)]
    public async Task A_refused_change_of_an_absence_says_that_it_may_be_a_leave_managed_in_Personio(
        string method, int status, ErrorKind kind)
    {
        Endpoint row = Endpoints.Find(new HttpMethod(method), "/v2/absence-periods/1")!;

        PersonioException fault = await OfAsync(row, status, "No.");

        Assert.Equal(kind, fault.Kind);
        Assert.Contains("parental leave", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_compensation_says_that_both_scopes_may_not_be_enough()
    {
        PersonioException fault = await OfAsync(Endpoints.CreateCompensation, 403, "Insufficient access scope");

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Contains("although the credential has both scopes", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_version_1_rejects_points_to_the_credential_and_not_to_a_scope(int status)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v1/company/employees/attributes", _ => Answer.Json(
            """{"success":false,"error":{"code":403,"message":"Provided authorization is not valid"}}""", status));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<PersonAttribute>(Endpoints.ListAttributes.For()));

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
        Assert.Null(fault.MissingScope);
        Assert.Contains("Marketplace > Connected integrations", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_hides_an_endpoint_is_AccessDenied_and_not_NotFound()
    {
        PersonioException fault = await Refusal.OfGetAsync(
            Answer.Problem(404, "Not Found", "The endpoint with /v2/persons/1 was not found."));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Contains("not offered to this company", fault.RecommendedAction!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_feature_has_its_own_advice()
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Problem(412));

        Assert.Contains("not switched on for this company", fault.RecommendedAction!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_with_400_is_UnexpectedResponse()
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Html(400));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(302, true)]
    [InlineData(400, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(409, false)]
    [InlineData(422, false)]
    [InlineData(429, false)]
    public async Task Only_an_error_inside_the_server_leaves_the_outcome_of_a_change_unknown(int status, bool unknown)
    {
        PersonioException fault = await Refusal.OfPatchAsync(Answer.Problem(status));

        Assert.Equal(unknown, fault.OutcomeUnknown);
    }

    [Fact]
    public async Task A_conflict_repeats_the_reason_of_the_server()
    {
        PersonioException fault = await Refusal.OfPatchAsync(
            Answer.Problem(409, "Absence period conflict", "It overlaps with another one."));

        Assert.Equal(
            "Personio answered PATCH /v2/persons/1 with 409 Conflict. "
            + "Absence period conflict: It overlaps with another one. Trace id: trace-1.",
            fault.Message);
    }

    [Fact]
    public async Task A_token_or_a_secret_that_a_server_repeats_is_not_shown()
    {
        PersonioException fault = await Refusal.OfGetAsync(
            Answer.Problem(400, "Bad header", $"Bearer papi-token-1 of {TestSession.Secret} is odd."));

        Assert.Equal("Bad header: Bearer *** of *** is odd.", fault.Detail);
        Assert.DoesNotContain("papi-token-1", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TestSession.Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_API_v1_repeats_in_a_hidden_failure_is_not_shown()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v1/company/document-categories",
            Answer.Json("""{"success":false,"error":{"message":"papi-token-1 is odd"}}"""));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.ListDocumentCategories.For()));

        Assert.Equal("*** is odd.", fault.Detail);
    }

    [Fact]
    public async Task A_response_that_arrives_after_the_secret_was_dropped_is_not_shown()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v1/company/document-categories",
            Answer.Json("""{"success":false,"error":{"message":"papi-secret-of-tests and papi-token-1 are odd"}}"""));
        var client = new PersonioClient(scene.Session, new EndingLog(scene.Session));

        PersonioException fault = await Refusal.OfAsync(
            () => client.SendAsync(Endpoints.ListDocumentCategories.For()));

        Assert.Null(fault.Detail);
        Assert.DoesNotContain("papi-", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_without_details_still_has_a_message()
    {
        Assert.NotEmpty(new PersonioException().Message);
        Assert.Equal(ErrorKind.UnexpectedResponse, new PersonioException("x").Kind);
        Assert.Equal(ErrorKind.InvalidRequest, PersonioException.Invalid("x").Kind);
    }

    // Ends the session after the response and before its body is read.
    private sealed class EndingLog(PersonioSession session) : IActivityLog
    {
        public void Verbose(string message) => session.Dispose();

        public void Warning(string message)
        {
        }

        public void ReportProgress(double done)
        {
        }
    }

    private static async Task<PersonioException> OfAsync(Endpoint row, int status, string said)
    {
        using TestSession scene = await TestSession.OpenAsync();
        ApiRequest request = row.Path.Contains('{', StringComparison.Ordinal) ? row.For("1") : row.For();
        scene.Network.On($"{row.Method} {request.Path}", Answer.Problem(status, "Refused", said));
        return await Refusal.OfAsync(() => scene.Client.SendAsync(request.WithBody(new { })));
    }
}
