using System.Net.Http.Headers;
using System.Text;

namespace Personio.Sandbox.Tests;

public sealed class TokenTests
{
    [Fact]
    public async Task A_credential_with_every_special_character_gets_a_bearer_token()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.TokenAsync();

        Assert.Equal(200, reply.Status);
        Assert.Equal("Bearer", reply.Json.GetProperty("token_type").GetString());
        Assert.StartsWith("papi-", reply.Json.GetProperty("access_token").GetString(), StringComparison.Ordinal);
        Assert.Contains("personio:persons:read", reply.Json.GetProperty("scope").GetString(), StringComparison.Ordinal);
        Assert.All("+&=%ü/", mark => Assert.Contains(mark, visitor.Server.ClientSecret));
    }

    [Fact]
    public async Task A_secret_that_was_not_escaped_is_refused()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        string form = "grant_type=client_credentials"
            + $"&client_id={visitor.Server.ClientId}&client_secret={visitor.Server.ClientSecret}";
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        Reply reply = await visitor.SendAsync(HttpMethod.Post, "v2/auth/token", content);

        Assert.Equal(400, reply.Status);
        Assert.Equal("invalid_client", reply.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task The_token_stays_the_same_and_its_remaining_time_shrinks()
    {
        var clock = SandboxClient.Clock();
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.Clock = clock);
        Reply first = await visitor.TokenAsync();
        clock.Advance(TimeSpan.FromSeconds(100));

        Reply second = await visitor.TokenAsync();

        Assert.Equal(Token(first), Token(second));
        Assert.Equal(86400, first.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal(86300, second.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal(2, visitor.Server.TokenRequests);
    }

    [Fact]
    public async Task An_expired_token_is_refused_and_a_new_one_is_issued()
    {
        var clock = SandboxClient.Clock();
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.Clock = clock);
        string? old = visitor.Http.DefaultRequestHeaders.Authorization!.Parameter;
        clock.Advance(TimeSpan.FromDays(1));

        Reply refused = await visitor.GetAsync("v2/persons");
        Reply renewed = await visitor.TokenAsync();

        Assert.Equal(401, refused.Status);
        Assert.NotEqual(old, Token(renewed));
    }

    [Fact]
    public async Task Tokens_that_expire_on_demand_are_refused_immediately_and_the_next_one_is_new()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string? old = visitor.Http.DefaultRequestHeaders.Authorization!.Parameter;
        visitor.Server.ExpireTokens();

        Reply refused = await visitor.GetAsync("v2/persons");
        await visitor.RenewAsync();
        Reply accepted = await visitor.GetAsync("v2/persons");

        Assert.Equal(401, refused.Status);
        Assert.Equal(200, accepted.Status);
        Assert.NotEqual(old, visitor.Http.DefaultRequestHeaders.Authorization!.Parameter);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changing_the_scopes_of_the_credential_invalidates_its_tokens(bool isTaken)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(
            options => options.Scopes = "personio:persons:read personio:projects:read");
        if (isTaken)
        {
            visitor.Server.RevokeScope("personio:projects:read");
        }
        else
        {
            visitor.Server.GrantScope("personio:reports:read");
        }

        Reply refused = await visitor.GetAsync("v2/persons");
        await visitor.RenewAsync();
        Reply accepted = await visitor.GetAsync("v2/persons");

        Assert.Equal([401, 200], [refused.Status, accepted.Status]);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_immediately_and_an_unknown_one_is_not_an_error()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        string token = visitor.Http.DefaultRequestHeaders.Authorization!.Parameter!;

        Reply unknown = await visitor.FormAsync("v2/auth/revoke", new() { ["token"] = "papi-nobody" });
        Reply before = await visitor.GetAsync("v2/persons");
        Reply revoked = await visitor.FormAsync("v2/auth/revoke", new() { ["token"] = token });
        Reply after = await visitor.GetAsync("v2/persons");

        Assert.Equal([200, 200, 200, 401], [unknown.Status, before.Status, revoked.Status, after.Status]);
        Assert.Equal("", revoked.Body);
    }

    [Fact]
    public async Task Revoking_without_a_token_is_an_invalid_request()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.FormAsync("v2/auth/revoke", []);

        Assert.Equal(400, reply.Status);
        Assert.Equal("invalid_request", reply.Json.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("grant_type", null, "invalid_request")]
    [InlineData("client_id", null, "invalid_request")]
    [InlineData("client_secret", "", "invalid_request")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("client_id", "papi-nobody", "invalid_client")]
    [InlineData("client_secret", "papi-wrong", "invalid_client")]
    [InlineData("scope", "personio:nothing:read", "invalid_scope")]
    public async Task Every_refused_login_is_a_400_in_the_shape_of_token_errors(
        string field, string? value, string error)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = visitor.Server.ClientId,
            ["client_secret"] = visitor.Server.ClientSecret,
        };
        form.Remove(field);
        if (value is not null)
        {
            form[field] = value;
        }

        Reply reply = await visitor.FormAsync("v2/auth/token", form);

        Assert.Equal(400, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal(error, reply.Json.GetProperty("error").GetString());
        Assert.StartsWith(
            "https://developer.personio.de/reference/errors", reply.Json.GetProperty("error_uri").GetString(),
            StringComparison.Ordinal);
        Assert.True(reply.Json.TryGetProperty("trace_id", out _));
        Assert.False(reply.Json.TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData("client_secret", "papi-wrong",
        "Client authentication failed (e.g., unknown client, wrong secret, no client authentication included, or "
        + "unsupported authentication method).")]
    [InlineData("client_secret", "", "The request has missing or invalid required parameters.")]
    public async Task Refused_logins_have_the_official_texts(string field, string value, string text)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = visitor.Server.ClientId,
            [field] = value,
        };

        Reply reply = await visitor.FormAsync("v2/auth/token", form);

        Assert.Equal(text, reply.Json.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task A_credential_in_the_query_is_not_accepted_by_v1()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        string query = $"client_id={visitor.Server.ClientId}"
            + $"&client_secret={Uri.EscapeDataString(visitor.Server.ClientSecret)}";

        Reply reply = await visitor.SendAsync(HttpMethod.Post, $"v1/auth?{query}", null);

        Assert.Equal(403, reply.Status);
    }

    [Theory]
    [InlineData(null, 401, "Authorization is not provided")]
    [InlineData("Bearer papi-unknown", 403, "Provided authorization is not valid")]
    public async Task V1_reports_token_errors_in_its_own_format(string? authorization, int status, string text)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        if (authorization is not null)
        {
            visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        Reply reply = await visitor.GetAsync("v1/company/employees/attributes");

        Assert.Equal(status, reply.Status);
        Assert.Equal(text, reply.Json.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Missing_fields_are_named()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.FormAsync("v2/auth/token", new() { ["client_id"] = "papi-x" });

        var missing = reply.Json.GetProperty("meta").GetProperty("missing_parameters").EnumerateArray();
        Assert.Equal(["grant_type", "client_secret"], missing.Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_json_body_at_the_token_endpoint_is_an_invalid_request_with_its_link_in_type()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.PostAsync("v2/auth/token", new { grant_type = "client_credentials" });

        Assert.Equal(400, reply.Status);
        Assert.Equal("invalid_request", reply.Json.GetProperty("error").GetString());
        Assert.True(reply.Json.TryGetProperty("type", out _));
    }

    [Fact]
    public async Task A_token_for_some_scopes_grants_only_those()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        Reply token = await visitor.TokenAsync("personio:absences:read");
        visitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(token));

        Reply allowed = await visitor.GetAsync("v2/absence-types");
        Reply refused = await visitor.GetAsync("v2/attendance-periods");

        Assert.Equal("personio:absences:read", token.Json.GetProperty("scope").GetString());
        Assert.Equal([200, 403], [allowed.Status, refused.Status]);
    }

    [Fact]
    public async Task A_token_of_v1_is_accepted_by_v2()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        Reply login = await visitor.PostAsync(
            "v1/auth", new { client_id = visitor.Server.ClientId, client_secret = visitor.Server.ClientSecret });
        string? token = login.Json.GetProperty("data").GetProperty("token").GetString();
        visitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Reply reply = await visitor.GetAsync("v2/persons");

        Assert.True(login.Json.GetProperty("success").GetBoolean());
        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Wrong_credentials_at_v1_are_reported_in_its_own_envelope()
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.PostAsync("v1/auth", new { client_id = "papi-x", client_secret = "y" });

        Assert.Equal(403, reply.Status);
        Assert.False(reply.Json.GetProperty("success").GetBoolean());
        Assert.Equal("Wrong credentials", reply.Json.GetProperty("error").GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer papi-unknown")]
    [InlineData("Basic cGFwaS14Onk=")]
    public async Task A_request_without_a_valid_token_is_unauthorized(string authorization)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        Reply reply = await visitor.GetAsync("v2/absence-periods");

        Assert.Equal(401, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal("Unauthorized", reply.ErrorTitle);
        Assert.Equal("Unauthorized Request", reply.ErrorDetail);
    }

    private static string? Token(Reply reply) => reply.Json.GetProperty("access_token").GetString();
}
