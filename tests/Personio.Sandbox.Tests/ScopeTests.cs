namespace Personio.Sandbox.Tests;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("personio:absences:read", "v2/absence-periods", 403, "Insufficient access scope")]
    [InlineData("personio:absences:read", "v2/absence-types", 403, "Insufficient access scope")]
    [InlineData("personio:attendances:read", "v2/attendance-periods", 403, "Insufficient access scope")]
    [InlineData("personio:legal-entities:read", "v2/legal-entities", 403, "Insufficient access scope")]
    [InlineData("personio:cost-centers:read", "v2/cost-centers", 403, "Insufficient access scope")]
    [InlineData("personio:persons:read", "v2/persons", 401, "Unauthorized Request")]
    [InlineData("personio:persons:read", "v2/persons/4100", 401, "Unauthorized Request")]
    [InlineData("personio:persons:read", "v2/persons/4100/employments", 401, "Unauthorized Request")]
    [InlineData("personio:reports:read", "v2/reports", 400, "Unauthorized token")]
    public async Task Each_area_refuses_a_missing_scope_in_its_own_way(
        string scope, string path, int status, string detail)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();
        Reply before = await visitor.GetAsync(path, beta: true);
        visitor.Server.RevokeScope(scope);
        await visitor.RenewAsync();

        Reply without = await visitor.GetAsync(path, beta: true);
        visitor.Server.GrantScope(scope);
        await visitor.RenewAsync();
        Reply after = await visitor.GetAsync(path, beta: true);

        Assert.Equal([200, status, 200], [before.Status, without.Status, after.Status]);
        Assert.Equal(detail, without.ErrorDetail);
    }

    [Fact]
    public async Task Writing_needs_a_separate_scope()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(
            options => options.Scopes = "personio:absences:read");

        Reply reply = await visitor.DeleteAsync($"v2/absence-periods/{visitor.Tenant.AbsencePeriodIds[0]}");

        Assert.Equal(403, reply.Status);
        Assert.Empty(visitor.Tenant.Ledger);
    }

    [Fact]
    public async Task The_token_names_the_scopes_of_the_credential()
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.Scopes = "personio:persons:read");

        Reply reply = await visitor.TokenAsync();

        Assert.Equal("personio:persons:read", reply.Json.GetProperty("scope").GetString());
    }
}
