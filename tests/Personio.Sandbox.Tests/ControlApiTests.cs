using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class ControlApiTests
{
    [Fact]
    public async Task The_returned_credentials_can_sign_in()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply told = await visitor.GetAsync("sandbox/credentials");
        Reply login = await visitor.FormAsync("v2/auth/token", new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = told.Json.GetProperty("clientId").GetString()!,
            ["client_secret"] = told.Json.GetProperty("clientSecret").GetString()!,
        });

        Assert.Equal(visitor.Server.BaseUri.AbsoluteUri, told.Json.GetProperty("baseUri").GetString());
        Assert.Equal(200, login.Status);
    }

    [Fact]
    public async Task Knobs_are_turned_and_reported()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.PatchAsync("sandbox", new
        {
            latency = 25,
            tokenLifetime = 90,
            rateLimits = true,
            strictBeta = false,
            scopes = "personio:persons:read",
        });

        SandboxOptions options = visitor.Server.Options;
        Assert.Equal(200, reply.Status);
        Assert.Equal((25d, 90d), (options.Latency.TotalMilliseconds, options.TokenLifetime.TotalSeconds));
        Assert.Equal((true, false), (options.RateLimits, options.StrictBeta));
        Assert.Equal("personio:persons:read", options.Scopes);
        Assert.Equal(25, reply.Json.GetProperty("knobs").GetProperty("latency").GetInt32());
        Assert.Equal(60, reply.Json.GetProperty("knobs").GetProperty("personCount").GetInt32());
    }

    [Fact]
    public async Task Null_restores_all_scopes()
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.Scopes = "personio:persons:read");

        await visitor.PatchAsync("sandbox", """{"scopes":null}""");

        Assert.Null(visitor.Server.Options.Scopes);
    }

    [Theory]
    [InlineData("""{"latncy":5}""", "latncy")]
    [InlineData("""{"latency":"soon"}""", "latency")]
    [InlineData("""{"latency":-1}""", "latency")]
    [InlineData("""{"rateLimits":"maybe"}""", "rateLimits")]
    [InlineData("""{"rateLimits":null}""", "rateLimits")]
    [InlineData("""{"port":1}""", "port")]
    [InlineData("""{"personCount":1}""", "personCount")]
    public async Task A_bad_knob_is_refused_by_name(string body, string knob)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.PatchAsync("sandbox", body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(knob, reply.Json.GetProperty("knob").GetString());
        Assert.Contains(knob, reply.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_knob_keeps_the_good_ones_from_being_turned()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        await visitor.PatchAsync("sandbox", """{"latency":500,"nothing":1}""");

        Assert.Equal(TimeSpan.Zero, visitor.Server.Options.Latency);
    }

    [Theory]
    [InlineData("PATCH", "sandbox", "[]", 400)]
    [InlineData("PATCH", "sandbox", "{", 400)]
    [InlineData("POST", "sandbox/faults", "{", 400)]
    [InlineData("POST", "sandbox/faults", "null", 400)]
    [InlineData("POST", "sandbox/faults", """{"kind":"Earthquake"}""", 400)]
    [InlineData("POST", "sandbox/faults", """{"pathPattern":"("}""", 400)]
    [InlineData("POST", "sandbox/faults", """{"often":true}""", 400)]
    [InlineData("GET", "sandbox/nothing", "", 404)]
    [InlineData("DELETE", "sandbox", "", 404)]
    public async Task Unknown_requests_are_rejected(string method, string path, string body, int status)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.SendAsync(new HttpMethod(method), path, new StringContent(body));

        Assert.Equal(status, reply.Status);
        Assert.NotEqual("", reply.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Requests_are_reported_without_those_of_the_control_API_and_can_be_cleared()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        await visitor.GetAsync("v2/persons?limit=2");

        Reply before = await visitor.GetAsync("sandbox/requests");
        Reply state = await visitor.GetAsync("sandbox");
        Reply cleared = await visitor.DeleteAsync("sandbox/requests");
        Reply after = await visitor.GetAsync("sandbox/requests");

        JsonElement[] requests = [.. before.Json.EnumerateArray()];
        Assert.Equal(["/v2/auth/token", "/v2/persons"], requests.Select(row => row.GetProperty("path").GetString()));
        Assert.Equal("/v2/persons?limit=2", requests[1].GetProperty("rawTarget").GetString());
        Assert.Equal(200, requests[1].GetProperty("status").GetInt32());
        Assert.Equal(2, state.Json.GetProperty("counters").GetProperty("requests").GetInt32());
        Assert.Equal(1, state.Json.GetProperty("counters").GetProperty("tokenRequests").GetInt32());
        Assert.Equal(204, cleared.Status);
        Assert.Equal("[]", after.Body);
        Assert.Equal(0, visitor.Server.TokenRequests);
    }

    [Fact]
    public async Task Faults_are_added_with_all_their_members_and_removed()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply added = await visitor.PostAsync("sandbox/faults", """
            {"method":"GET","pathPrefix":"/v2/persons","kind":"Status","status":429,"times":-1,"skip":1,
             "probability":1,"headers":{"Retry-After":"3"}}
            """);

        Reply first = await visitor.GetAsync("v2/persons");
        Reply second = await visitor.GetAsync("v2/persons");
        Reply cleared = await visitor.DeleteAsync("sandbox/faults");
        Reply third = await visitor.GetAsync("v2/persons");

        Assert.Equal([204, 204], [added.Status, cleared.Status]);
        Assert.Equal([200, 429, 200], [first.Status, second.Status, third.Status]);
        Assert.Equal("3", second.Header("Retry-After"));
    }

    [Fact]
    public async Task Counters_show_refusals_writes_and_faults()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault { Status = 429 });
        await visitor.GetAsync("v2/persons");
        await visitor.DeleteAsync($"v2/absence-periods/{visitor.Tenant.AbsencePeriodIds[0]}");

        Reply state = await visitor.GetAsync("sandbox");

        JsonElement counters = state.Json.GetProperty("counters");
        Assert.Equal(3, counters.GetProperty("requests").GetInt32());
        Assert.Equal(1, counters.GetProperty("status429").GetInt32());
        Assert.Equal(1, counters.GetProperty("writes").GetInt32());
        Assert.Equal(1, counters.GetProperty("faults").GetInt32());
    }

    [Fact]
    public async Task Tokens_expire_on_demand()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        await visitor.SendAsync(HttpMethod.Post, "sandbox/tokens/expire", null);
        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.Equal(401, reply.Status);
    }
}
