using System.Net;
using System.Text;
using System.Text.Json;

namespace Personio.Sandbox.Tests.PingOne;

public sealed class PingOneTokenTests
{
    [Fact]
    public async Task A_token_has_three_parts_and_states_its_real_end()
    {
        var clock = SandboxClient.Clock();
        SandboxOptions company = SandboxClient.UsualOptions;
        company.Clock = clock;
        using PingOneSandboxClient visitor = PingOneSandboxClient.Anonymous(company: company);

        Reply reply = await visitor.TokenAsync();

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            ["access_token", "token_type", "expires_in"], reply.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(3600, reply.Json.GetProperty("expires_in").GetInt32());
        string[] parts = reply.Json.GetProperty("access_token").GetString()!.Split('.');
        Assert.Equal(3, parts.Length);
        JsonElement payload = JsonDocument.Parse(Decode(parts[1])).RootElement;
        Assert.Equal(clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(), payload.GetProperty("exp").GetInt64());
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var clock = SandboxClient.Clock();
        SandboxOptions company = SandboxClient.UsualOptions;
        company.Clock = clock;
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(company: company);
        Assert.Equal(200, (await visitor.GetAsync("/users?limit=1")).Status);
        clock.Advance(TimeSpan.FromSeconds(3600));

        Reply reply = await visitor.GetAsync("/users?limit=1");

        Assert.Equal((401, "ACCESS_FAILED"), (reply.Status, PingOneSandboxClient.Code(reply)));
        Assert.Equal(["INVALID_TOKEN"], PingOneSandboxClient.Details(reply));
    }

    [Fact]
    public async Task Nothing_is_returned_without_a_token_or_with_an_invented_one()
    {
        using PingOneSandboxClient visitor = PingOneSandboxClient.Anonymous();

        Assert.Equal(401, (await visitor.GetAsync("/users")).Status);
        visitor.Http.DefaultRequestHeaders.Authorization = new("Bearer", "a.b.c");
        Assert.Equal(401, (await visitor.GetAsync("")).Status);
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client", "Invalid client credentials")]
    [InlineData("client_id", "wrong", 401, "invalid_client", "Invalid client credentials")]
    [InlineData("client_secret", "", 401, "invalid_client", "Unsupported authentication method")]
    [InlineData("scope", "p1:read:user", 400, "invalid_scope", "scope")]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type", "grant")]
    [InlineData("grant_type", null, 400, "invalid_request", "grant_type")]
    [InlineData("client_id", null, 400, "invalid_request", "authentication")]
    public async Task A_wrong_field_is_refused_with_the_message_of_the_service(
        string field, string? value, int status, string error, string words)
    {
        using PingOneSandboxClient visitor = PingOneSandboxClient.Anonymous();

        Reply reply = await visitor.TokenAsync(
            form => _ = value is null ? form.Remove(field) : (form[field] = value) != "");

        Assert.Equal((status, error), (reply.Status, reply.Json.GetProperty("error").GetString()));
        Assert.Contains(
            words, reply.Json.GetProperty("error_description").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Only_the_configured_method_works()
    {
        using PingOneSandboxClient visitor = PingOneSandboxClient.Anonymous(
            options => options.ClientAuthentication = "basic");
        string header = string.Join(
            ':', WebUtility.UrlEncode(visitor.Server.ClientId), WebUtility.UrlEncode(visitor.Server.ClientSecret));

        Assert.Equal(200, (await visitor.TokenAsync(basic: header)).Status);
        Reply post = await visitor.TokenAsync();
        Reply both = await visitor.TokenAsync(form => form["client_id"] = visitor.Server.ClientId, header);

        Assert.Contains("Unsupported authentication method", post.Body, StringComparison.Ordinal);
        Assert.Equal("invalid_request", both.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_disabled_app_or_one_without_a_role_gets_no_token()
    {
        using PingOneSandboxClient visitor = PingOneSandboxClient.Anonymous(options => options.AppEnabled = false);
        Reply off = await visitor.TokenAsync();
        (visitor.Server.Options.AppEnabled, visitor.Server.Options.Roles) = (true, "");

        Reply powerless = await visitor.TokenAsync();

        Assert.Equal(401, off.Status);
        Assert.Equal((403, "ACCESS_FAILED"), (powerless.Status, PingOneSandboxClient.Code(powerless)));
    }

    [Fact]
    public async Task Another_environment_is_not_found_and_a_custom_domain_needs_none()
    {
        using PingOneSandboxClient visitor = PingOneSandboxClient.Anonymous();
        const string Custom = "as/token";

        Reply other = await visitor.TokenAsync(path: $"{Guid.NewGuid()}/as/token");
        Reply closed = await visitor.TokenAsync(path: Custom);
        visitor.Server.Options.CustomDomain = true;
        Reply open = await visitor.TokenAsync(path: Custom);

        Assert.Equal((404, "NOT_FOUND"), (other.Status, PingOneSandboxClient.Code(other)));
        Assert.Equal((404, 200), (closed.Status, open.Status));
    }

    [Fact]
    public async Task The_worker_app_can_belong_to_another_environment()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(
            options => options.SeparateAuthEnvironment = true);

        Assert.NotEqual(visitor.Server.EnvironmentId, visitor.Server.AuthEnvironmentId);
        Assert.Equal(200, (await visitor.GetAsync("")).Status);
        Assert.Equal(404, (await visitor.TokenAsync(path: $"{visitor.Server.EnvironmentId}/as/token")).Status);
    }

    private static string Decode(string part)
    {
        string base64 = part.Replace('-', '+').Replace('_', '/');
        return Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
    }
}
