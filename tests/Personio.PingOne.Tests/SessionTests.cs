using System.Net;

namespace Personio.PingOne.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task Connecting_reads_the_environment_once_and_names_it()
    {
        using var connection = new Connection(options => options.EnvironmentType = "PRODUCTION");

        using PingOneSession session = await PingOneSession.ConnectAsync(connection.Options, SilentLog.Instance);

        Assert.Equal("Workforce [PRODUCTION]", session.EnvironmentLabel);
        Assert.Equal("EU", session.Region);
        Assert.Equal(
            [
                $"POST /{connection.Server.EnvironmentId}/as/token",
                $"GET /v1/environments/{connection.Server.EnvironmentId}"
            ],
            connection.Sent());
        Assert.InRange(
            session.TokenExpiresAt!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task Five_mistakes_have_five_different_errors()
    {
        using var connection = new Connection();
        Guid unknown = Guid.NewGuid();

        PersonioException secret = await connection.RefusalAsync(
            options => options with { Credential = new NetworkCredential(options.Credential.UserName, "wrong") });
        PersonioException method = await connection.RefusalAsync(
            options => options with { Authentication = TokenEndpointAuthentication.Basic });
        PersonioException environment = await connection.RefusalAsync(
            options => options with { AuthEnvironmentId = unknown });
        PersonioException managed = await connection.RefusalAsync(options => options with { EnvironmentId = unknown });
        connection.Server.Options.Roles = "";
        PersonioException role = await connection.RefusalAsync(options => options);

        Assert.All(
            new[] { secret, method, environment, role },
            fault => Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind));
        Assert.Contains("Check client id and client secret", secret.Message, StringComparison.Ordinal);
        Assert.Contains("not set to Client Secret Basic", method.Message, StringComparison.Ordinal);
        Assert.Equal(NextStep.ChangeClientAuthentication, method.NextStep);
        Assert.Contains(
            $"Environment {unknown} was not found in region EU", environment.Message, StringComparison.Ordinal);
        Assert.Contains("has no role", role.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.NotFound, managed.Kind);
        Assert.Contains(unknown.ToString(), managed.Message, StringComparison.Ordinal);
        Assert.Equal(
            5, new[] { secret, method, environment, managed, role }.Select(fault => fault.Message).Distinct().Count());
    }

    [Fact]
    public async Task Basic_authentication_and_a_custom_domain_work_if_configured()
    {
        using var connection = new Connection(
            options => (options.ClientAuthentication, options.CustomDomain) = ("basic", true));

        using PingOneSession session = await PingOneSession.ConnectAsync(
            connection.Options with { Authentication = TokenEndpointAuthentication.Basic, IsCustomDomain = true },
            SilentLog.Instance);

        Assert.Equal("POST /as/token", connection.Sent("POST")[0]);
        Assert.DoesNotContain(
            connection.Server.ClientSecret, connection.Server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_app_can_belong_to_another_environment()
    {
        using var connection = new Connection(options => options.SeparateAuthEnvironment = true);

        using PingOneSession session = await PingOneSession.ConnectAsync(connection.Options, SilentLog.Instance);

        Assert.NotEqual(session.EnvironmentId, session.AuthEnvironmentId);
        Assert.Equal("Workforce", session.EnvironmentName);
    }

    [Fact]
    public async Task Neither_session_nor_refusal_exposes_the_secret()
    {
        using var connection = new Connection();
        (PingOneSession session, _) = await connection.OpenAsync();
        using PingOneSession open = session;
        connection.Server.AddFault(new Sandbox.SandboxFault
        {
            PathPattern = "/as/token$", Kind = Sandbox.FaultKind.RawBody, Status = 401,
            Body = $$"""{"error":"invalid_client","error_description":"{{connection.Server.ClientSecret}} is wrong"}""",
        });

        PersonioException refused = await connection.RefusalAsync(options => options);

        Assert.DoesNotContain(connection.Server.ClientSecret, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            connection.Server.ClientSecret, $"{session} {session.ClientId}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires_with_one_request()
    {
        using var connection = new Connection();
        var clock = new ShiftedTime();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync(
            options => options with { Time = clock });
        using PingOneSession open = session;
        string[] users = [.. connection.Directory.UserIds.Take(8)];

        clock.Shift = TimeSpan.FromMinutes(58);
        await Task.WhenAll(users.Select(id => client.GetUserAsync(id)));
        int before = connection.Sent("POST").Length;
        clock.Shift = TimeSpan.FromMinutes(59.5);
        await Task.WhenAll(users.Select(id => client.GetUserAsync(id)));

        Assert.Equal(0, before);
        Assert.Single(connection.Sent("POST"));
        Assert.All(connection.Server.Requests, request => Assert.Equal(200, request.Status));
        Assert.InRange(
            session.TokenExpiresAt!.Value - clock.GetUtcNow(), TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task Callers_whose_token_expired_share_a_new_one()
    {
        using var connection = new Connection();
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;
        connection.Server.ExpireTokens();

        await Task.WhenAll(connection.Directory.UserIds.Take(8).Select(id => client.GetUserAsync(id)));

        Assert.Single(connection.Sent("POST"));
    }

    [Theory]
    [InlineData("NA", "com")]
    [InlineData("com.au", "com.au")]
    [InlineData("eu", "eu")]
    [InlineData("European Union", "eu")]
    [InlineData("Europe", "eu")]
    [InlineData("asia-pacific", "asia")]
    [InlineData("Asia", "asia")]
    [InlineData("SG", "sg")]
    [InlineData("North America (excluding Canada)", "com")]
    [InlineData(".ca", "ca")]
    public void A_region_is_found_by_code_domain_or_name(string text, string domain) =>
        Assert.Equal(domain, PingOneRegion.Find(text)?.TopLevelDomain);

    [Theory]
    [InlineData("")]
    [InlineData("de")]
    [InlineData("Atlantis")]
    public void Other_text_is_not_a_region(string text) => Assert.Null(PingOneRegion.Find(text));

    [Theory]
    [InlineData("http://api.pingone.eu/")]
    [InlineData("https://user:pass@api.pingone.eu/")]
    [InlineData("https://api.pingone.eu/v1")]
    public async Task An_unsafe_address_or_one_that_is_not_an_origin_is_refused_before_any_request(string address)
    {
        using var connection = new Connection();

        PersonioException refused = await connection.RefusalAsync(
            options => options with { ApiBaseUri = new Uri(address) });

        Assert.Equal(ErrorKind.InvalidRequest, refused.Kind);
        Assert.DoesNotContain("pass", refused.Message, StringComparison.Ordinal);
        Assert.Empty(connection.Sent());
    }
}
