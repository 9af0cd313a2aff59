using System.Text;
using Personio.Client.Json;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Errors;

public sealed class ErrorShapeTests
{
    public static TheoryData<string, string?, string?> Shapes => new()
    {
        // problem+json
        {
            """
            {"personio_trace_id":"t-1","timestamp":"2026-01-01T00:00:00Z","errors":[{"title":"Substitute required",
             "detail":"A substitute is required.","type":null,"_meta":{}}]}
            """,
            "Substitute required: A substitute is required.", "t-1"
        },
        {
            """{"personio_trace_id":"","errors":[{"title":"One","detail":"first"}"""
            + """,{"title":"Two","detail":"second."}]}""",
            "One: first. Two: second.", null
        },
        { """{"errors":[{"title":"Same","detail":"Same"},{"title":"Same","detail":"Same"}]}""", "Same.", null },
        { """{"errors":[{"title":null,"detail":null}]}""", null, null },
        { """{"errors":[null, 1, "words"]}""", "words.", null },
        { """{"personio_trace_id":"t-1","errors":[]}""", null, "t-1" },
        { """{"errors":null,"title":"Flat"}""", "Flat.", null },
        { """{"errors":{"title":"no array"},"detail":"Flat"}""", "Flat.", null },
        // the token endpoint
        {
            """{"error":"invalid_client","error_description":"Not known.","error_uri":null"""
            + ""","trace_id":"t-2","meta":{}}""",
            "invalid_client: Not known.", "t-2"
        },
        { """{"error":"invalid_request","error_description":null}""", "invalid_request.", null },
        // API v1
        { """{"success":false,"error":{"code":0,"message":"Wrong credentials"}}""", "Wrong credentials.", null },
        {
            """{"success":false,"error":{"code":9,"message":"Bad","detailed_message":"Really bad","error_data":[]}}""",
            "Bad: Really bad.", null
        },
        { """{"error":{"message":"Only a message"}}""", "Only a message.", null },
        // JSON:API
        {
            """{"errors":[{"status":"400","title":"Unauthorized token","id":"7","detail":"No."}]}""",
            "Unauthorized token: No.", null
        },
        // field style
        {
            """{"errors":[{"field":"start","errors":[{"reason":"must be before end"}]}]}""",
            "start: must be before end.", null
        },
        { """{"errors":[{"field":"start","errors":[]}]}""", "start.", null },
        // flat
        { """{"title":"Flat","detail":"And plain.","status":400}""", "Flat: And plain.", null },
        { """{"message":"Endpoint request timed out"}""", "Endpoint request timed out.", null },
        { """[{"title":"In an array","personio_trace_id":"t-3"}]""", "In an array.", "t-3" },
        { "\"just text\"", "just text.", null },
        // neither
        { "plain text", "plain text", null },
        { "  two\r\n lines\t\u0007 ", "two lines", null },
        { "\uFEFF{\"title\":\"Marked\"}", "Marked.", null },
        { "{\"title\": \"cut o", "{\"title\": \"cut o", null },
        { "{}", null, null },
        { "[]", null, null },
        { "null", null, null },
        { "7", null, null },
        { "", null, null },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_shape_of_error_becomes_one_exception_with_its_message(
        string body, string? words, string? trace)
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Of(422, body, "application/json"));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Equal(422, fault.StatusCode);
        Assert.Equal(words, fault.Detail);
        Assert.Equal(trace, fault.TraceId);
        Assert.StartsWith(
            "Personio answered GET /v2/persons/1 with 422 UnprocessableEntity.", fault.Message,
            StringComparison.Ordinal);
        Assert.Contains(words ?? "", fault.Message, StringComparison.Ordinal);
        Assert.Equal(trace is not null, fault.Message.Contains($"Trace id: {trace}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("\uFEFF\r\n <html><body>secret inner page</body></html>")]
    public async Task A_web_page_is_reported_as_such_and_not_repeated(string body)
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Of(403, body, "text/html"));

        Assert.Null(fault.Detail);
        Assert.Contains("A web page came instead of JSON, as from a proxy.", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_429_without_a_body_is_reported_without_detail()
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Status(429));

        Assert.Equal(ErrorKind.RateLimited, fault.Kind);
        Assert.Null(fault.Detail);
        Assert.Equal(
            "Personio answered GET /v2/persons/1 with 429 TooManyRequests. "
            + "Try again later, or with fewer programs on the same credential.",
            fault.Message);
    }

    [Fact]
    public void Deep_nesting_does_no_harm()
    {
        byte[] body = Encoding.UTF8.GetBytes(new string('[', 100_000) + new string(']', 100_000));

        ErrorBody said = ErrorBody.Read(body, ErrorShapes.Read);

        Assert.StartsWith("[[[", said.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"title\":\"", "\"}")]
    [InlineData("", "")]
    public void A_huge_body_is_truncated_to_a_readable_length(string before, string after)
    {
        byte[] body = Encoding.UTF8.GetBytes(before + new string('x', 10_000_000) + after);

        ErrorBody said = ErrorBody.Read(body, ErrorShapes.Read);

        Assert.Equal(1000, said.Words!.Length);
    }

    [Theory]
    [InlineData("{\"title\":\"lone surrogate \\ud83d\"}")]
    [InlineData("[\"\\udc00\"]")]
    [InlineData("{\"errors\":[{\"detail\":\"\\ud83d\"}],\"personio_trace_id\":\"\\ud83d\"}")]
    public void A_lone_surrogate_in_a_text_does_no_harm(string body)
    {
        ErrorBody said = ErrorBody.Read(Encoding.UTF8.GetBytes(body), ErrorShapes.Read);

        Assert.False(said.IsHtml);
    }

    [Fact]
    public void Bytes_that_are_not_text_do_no_harm()
    {
        ErrorBody said = ErrorBody.Read([0xFF, 0xFE, 0x00, 0x80, (byte)'x'], ErrorShapes.Read);

        Assert.EndsWith("x", said.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"success":false,"error":{"code":1,"message":"No such employee"}}""")]
    [InlineData("""{"data":[],"success":false,"error":{"message":"No such employee"}}""")]
    [InlineData("\uFEFF{\"success\":false,\"error\":{\"message\":\"No such employee\"}}")]
    public async Task A_failure_that_API_v1_hides_behind_200_is_an_error(string body)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v1/company/employees/1/absences/balance", Answer.Json(body));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.ListAbsenceBalances.For("1")));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Equal("No such employee.", fault.Detail);
        Assert.Equal(200, fault.StatusCode);
    }

    [Theory]
    [InlineData("""{"success":false,"error":{"code":1,"message":"Not today"}}""")]
    [InlineData("""{"personio_trace_id":"t-1","errors":[{"title":"Not today"}]}""")]
    public async Task A_failure_that_hides_behind_the_200_of_a_change_is_an_error(string body)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("PATCH /v2/persons/1", Answer.Json(body)).On("DELETE /v2/persons/1", Answer.Json(body));

        PersonioException change = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.UpdatePerson.For("1").WithBody(new { last_name = "A" })));
        PersonioException removal = await Refusal.OfAsync(
            () => scene.Client.SendAsync(Endpoints.DeletePerson.For("1")));

        Assert.All([change, removal], fault =>
        {
            Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
            Assert.Equal("Not today.", fault.Detail);
            Assert.False(fault.OutcomeUnknown);
        });
    }

    [Fact]
    public async Task A_failure_that_hides_behind_the_200_of_a_list_gives_its_reason()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Json("""{"errors":[{"title":"Not today"}]}"""));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

        Assert.Equal("Not today.", fault.Detail);
    }

    [Theory]
    [InlineData("""{"id":"1","errors":[{"title":"Of an import"}]}""")]
    [InlineData("""{"id":"1","errors":[]}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("""{"errors":null}""")]
    [InlineData("""{"success":true}""")]
    public async Task A_response_to_a_change_without_a_hidden_failure_is_not_a_failure(string body)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("PATCH /v2/persons/1", Answer.Json(body));

        await scene.Client.SendAsync(Endpoints.UpdatePerson.For("1").WithBody(new { last_name = "A" }));

        Assert.Single(scene.Network.Calls);
    }

    [Theory]
    [InlineData("""{"success":true,"data":[]}""")]
    [InlineData("""{"data":[{"success":false}]}""")]
    [InlineData("""[{"success":false}]""")]
    [InlineData("""{"success":"false"}""")]
    [InlineData("a picture with \"success\":false in it")]
    public async Task A_v1_response_without_a_hidden_failure_is_not_a_failure(string body)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v1/company/employees/1/absences/balance", Answer.Of(200, body, "text/plain"));

        await scene.Client.SendAsync(Endpoints.ListAbsenceBalances.For("1"));

        Assert.Single(scene.Network.Calls);
    }
}
