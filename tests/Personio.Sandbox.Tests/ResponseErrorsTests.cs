using System.Text;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests;

public sealed class ResponseErrorsTests
{
    [Fact]
    public async Task A_status_fault_applies_as_often_as_specified_and_skips_the_specified_requests()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { PathPrefix = "/v2/persons", Status = 503, Skip = 1, Times = 2 });

        int[] statuses = await StatusesAsync(visitor, "v2/persons", 5);

        Assert.Equal([200, 503, 503, 200, 200], statuses);
    }

    [Fact]
    public async Task A_status_has_a_problem_body_with_the_headers_of_the_fault()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Status = 429, Headers = { ["Retry-After"] = "7" } });

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal(429, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal("Injected fault", reply.ErrorTitle);
        Assert.Equal("7", reply.Header("Retry-After"));
    }

    [Fact]
    public async Task A_fault_affects_only_its_method_and_path()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Method = "DELETE", Status = 500, Times = -1 });
        visitor.Server.AddFault(new SandboxFault { PathPattern = "^/v2/persons/\\d+$", Status = 502, Times = -1 });

        int[] statuses =
        [
            (await visitor.GetAsync("v2/persons")).Status,
            (await visitor.GetAsync("v2/persons/4100")).Status,
            (await visitor.GetAsync("v2/persons/4100/employments")).Status,
            (await visitor.DeleteAsync("v2/absence-periods/x")).Status,
        ];

        Assert.Equal([200, 502, 200, 500], statuses);
    }

    [Fact]
    public async Task A_permanent_fault_ends_when_the_faults_are_cleared()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Status = 500, Times = -1 });
        int[] before = await StatusesAsync(visitor, "v2/persons", 4);
        visitor.Server.ClearFaults();

        int[] after = await StatusesAsync(visitor, "v2/persons", 1);

        Assert.Equal([500, 500, 500, 500], before);
        Assert.Equal([200], after);
    }

    [Fact]
    public async Task Random_faults_are_seeded()
    {
        int[] first = await ChancesAsync(seed: 5);
        int[] again = await ChancesAsync(seed: 5);
        int[] other = await ChancesAsync(seed: 6);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(status => status == 500), 5, 35);
    }

    [Fact]
    public async Task Random_faults_do_not_depend_on_the_order_in_which_requests_arrive()
    {
        using SandboxClient one = await SandboxClient.LoginAsync();
        using SandboxClient other = await SandboxClient.LoginAsync();
        var fault = new SandboxFault { Status = 500, Times = -1, Probability = 0.5 };
        one.Server.AddFault(fault);
        other.Server.AddFault(new SandboxFault { Status = 500, Times = -1, Probability = 0.5 });

        int[] types = await StatusesAsync(one, "v2/absence-types", 20);
        int[] persons = await StatusesAsync(one, "v2/persons", 20);
        int[] personsFirst = await StatusesAsync(other, "v2/persons", 20);
        int[] typesThen = await StatusesAsync(other, "v2/absence-types", 20);

        Assert.Equal(types, typesThen);
        Assert.Equal(persons, personsFirst);
        Assert.Equal(types.Concat(persons).Count(status => status == 500), fault.Hits);
    }

    [Fact]
    public async Task Another_seed_of_a_fault_affects_other_requests()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Status = 500, Times = -1, Probability = 0.5 });
        int[] first = await StatusesAsync(visitor, "v2/absence-types", 40);
        visitor.Server.ClearFaults();
        visitor.Server.AddFault(new SandboxFault { Status = 500, Times = -1, Probability = 0.5, Seed = 1 });

        int[] other = await StatusesAsync(visitor, "v2/absence-types", 40);

        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task A_token_can_expire_as_a_request_arrives()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Kind = FaultKind.ExpireToken, Skip = 1 });

        int[] statuses = await StatusesAsync(visitor, "v2/persons", 3);

        Assert.Equal([200, 401, 401], statuses);
    }

    [Fact]
    public async Task A_fault_can_set_the_date_of_its_response()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(
            new SandboxFault { Status = 429, Headers = { ["Date"] = "Mon, 02 Mar 2026 08:00:00 GMT" } });

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal("Mon, 02 Mar 2026 08:00:00 GMT", reply.Header("Date"));
    }

    [Fact]
    public async Task A_login_can_fail_too()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        visitor.Server.AddFault(new SandboxFault { PathPrefix = "/v2/auth/token", Status = 503 });

        Reply first = await visitor.TokenAsync();
        Reply second = await visitor.TokenAsync();

        Assert.Equal([503, 200], [first.Status, second.Status]);
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeResponse)]
    [InlineData(FaultKind.ResetInBody)]
    [InlineData(FaultKind.TruncateBody)]
    public async Task A_lost_response_is_an_error_for_the_client_and_recorded_as_aborted(FaultKind kind)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Kind = kind, PathPrefix = "/v2/persons" });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => visitor.GetAsync("v2/persons"));
        Reply next = await visitor.GetAsync("v2/persons");

        Assert.Equal(200, next.Status);
        Assert.Equal([true, false], visitor.Server.Requests.Skip(1).Select(request => request.Aborted));
    }

    [Theory]
    [InlineData(FaultKind.ResetInBody)]
    [InlineData(FaultKind.TruncateBody)]
    [InlineData(FaultKind.StallBody)]
    public async Task Half_of_the_body_arrives_before_the_connection_is_lost(FaultKind kind)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply whole = await visitor.GetAsync("v2/absence-types");
        visitor.Server.AddFault(new SandboxFault { Kind = kind });

        using HttpResponseMessage response = await visitor.Http.GetAsync(
            "v2/absence-types", HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        byte[] half = new byte[Encoding.UTF8.GetByteCount(whole.Body) / 2];
        await body.ReadExactlyAsync(half);

        Assert.Equal(Encoding.UTF8.GetByteCount(whole.Body), response.Content.Headers.ContentLength);
        Assert.Equal(Encoding.UTF8.GetBytes(whole.Body)[..half.Length], half);
    }

    [Fact]
    public async Task A_stalled_body_waits_until_the_client_gives_up()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Kind = FaultKind.StallBody });
        using HttpResponseMessage response = await visitor.Http.GetAsync(
            "v2/persons", HttpCompletionOption.ResponseHeadersRead);
        using var patience = new CancellationTokenSource(200);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => response.Content.ReadAsByteArrayAsync(patience.Token));
        Reply next = await visitor.GetAsync("v2/persons");

        Assert.Equal(200, next.Status);
        Assert.True(visitor.Server.Requests[1].Aborted);
    }

    [Fact]
    public async Task A_web_page_instead_of_json_is_a_bad_gateway()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Kind = FaultKind.HtmlError });

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal(502, reply.Status);
        Assert.Equal("text/html", reply.ContentType);
        Assert.StartsWith("<html>", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_names_its_target()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(
            new SandboxFault { Kind = FaultKind.RedirectTo, Body = "https://elsewhere.example.org/x" });

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal(302, reply.Status);
        Assert.Equal("https://elsewhere.example.org/x", reply.Header("Location"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wrong_next_link_leads_to_another_origin(bool isString)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.StringNextLinks = isString);
        visitor.Server.AddFault(new SandboxFault { Kind = FaultKind.WrongNextLink, Body = "http://localhost:1" });

        Reply wrong = await visitor.GetAsync("v2/persons");
        Reply right = await visitor.GetAsync("v2/persons");

        Assert.StartsWith("http://localhost:1/v2/persons?cursor=", wrong.Next, StringComparison.Ordinal);
        Assert.Equal(right.Ids, wrong.Ids);
        Assert.StartsWith(visitor.Server.BaseUri.AbsoluteUri, right.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_body_is_sent_exactly_as_given()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(
            new SandboxFault { Kind = FaultKind.RawBody, Status = 400, Body = "nöt json", ContentType = "text/plain" });

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal((400, "nöt json", "text/plain"), (reply.Status, reply.Body, reply.ContentType));
    }

    [Theory]
    [InlineData(FaultKind.Status, false, 0)]
    [InlineData(FaultKind.Status, true, 1)]
    [InlineData(FaultKind.ResetBeforeResponse, false, 0)]
    [InlineData(FaultKind.ResetBeforeResponse, true, 1)]
    [InlineData(FaultKind.ResetInBody, false, 0)]
    [InlineData(FaultKind.ResetInBody, true, 1)]
    [InlineData(FaultKind.TruncateBody, true, 1)]
    public async Task A_write_whose_response_is_lost_was_done_only_if_the_fault_says_so(
        FaultKind kind, bool afterProcessing, int done)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string person = visitor.Tenant.AddPerson("First", "Last", null);
        visitor.Server.AddFault(new SandboxFault { Kind = kind, Method = "POST", AfterProcessing = afterProcessing });

        await Record.ExceptionAsync(() => visitor.PostAsync("v2/absence-periods", Absence(visitor, person)));
        Reply read = await visitor.GetAsync($"v2/absence-periods?person.id={person}");

        Assert.Equal(done, visitor.Tenant.Ledger.Count);
        Assert.Equal(done, read.Data.Count);
    }

    [Theory]
    [InlineData(FaultKind.ResetInBody)]
    [InlineData(FaultKind.TruncateBody)]
    public async Task A_lost_response_without_content_never_looks_like_a_success(FaultKind kind)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Kind = kind, Method = "DELETE", AfterProcessing = true });

        await Assert.ThrowsAnyAsync<HttpRequestException>(
            () => visitor.DeleteAsync($"v2/absence-periods/{visitor.Tenant.AbsencePeriodIds[0]}"));

        Assert.Single(visitor.Tenant.Ledger);
    }

    [Fact]
    public void A_pattern_that_is_not_a_regular_expression_is_refused_when_it_is_added()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Assert.ThrowsAny<ArgumentException>(() => visitor.Server.AddFault(new SandboxFault { PathPattern = "(" }));
    }

    private static async Task<int[]> ChancesAsync(int seed)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.Seed = seed);
        visitor.Server.AddFault(new SandboxFault { Status = 500, Times = -1, Probability = 0.5 });
        return await StatusesAsync(visitor, "v2/absence-types", 40);
    }

    private static async Task<int[]> StatusesAsync(SandboxClient visitor, string path, int count)
    {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (await visitor.GetAsync(path)).Status;
        }

        return statuses;
    }

    private static JsonObject Absence(SandboxClient visitor, string person) => new()
    {
        ["person"] = new JsonObject { ["id"] = person },
        ["absence_type"] = new JsonObject { ["id"] = visitor.Tenant.FindAbsenceTypeId("Vacation") },
        ["starts_from"] = new JsonObject { ["date_time"] = "2026-08-03T00:00:00" },
    };

    [Fact]
    public async Task A_pattern_that_takes_too_long_is_reported_and_removed()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        visitor.Server.AddFault(new SandboxFault { PathPattern = "^/(\\w+\\w*)+$", Status = 502, Times = -1 });
        visitor.Server.AddFault(new SandboxFault { Status = 503, Times = -1 });

        Reply first = await visitor.GetAsync($"{new string('a', 60)}!");
        Reply second = await visitor.GetAsync($"{new string('a', 60)}!");

        Assert.Equal([500, 503], [first.Status, second.Status]);
        Assert.Contains("The path pattern ^/(\\w+\\w*)+$ took longer", first.Body, StringComparison.Ordinal);
        Assert.Equal(1, visitor.Server.FaultCount);
    }
}
