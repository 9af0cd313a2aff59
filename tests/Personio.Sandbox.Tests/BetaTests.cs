namespace Personio.Sandbox.Tests;

public sealed class BetaTests
{
    [Theory]
    [InlineData("v2/org-units?type=team", "/v2/org-units")]
    [InlineData("v2/cost-centers", "/v2/cost-centers")]
    [InlineData("v2/workplaces", "/v2/workplaces")]
    public async Task A_strict_sandbox_hides_beta_endpoints_from_requests_without_the_header(string path, string named)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.StrictBeta = true);

        Reply without = await visitor.GetAsync(path);
        Reply with = await visitor.GetAsync(path, beta: true);

        Assert.Equal([404, 200], [without.Status, with.Status]);
        Assert.Equal($"The endpoint with {named} was not found.", without.ErrorDetail);
        Assert.Equal(named, without.Json.GetProperty("errors")[0].GetProperty("_meta").GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("v2/org-units?type=team")]
    [InlineData("v2/cost-centers")]
    [InlineData("v2/workplaces")]
    [InlineData("v2/recruiting/applications")]
    [InlineData("v2/recruiting/jobs/3321")]
    public async Task No_endpoint_needs_the_beta_header(string path)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task A_single_org_unit_needs_no_header_in_a_strict_sandbox()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options => options.StrictBeta = true);

        Reply reply = await visitor.GetAsync("v2/org-units/51?type=department");

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("GET", "v2/nothing")]
    [InlineData("GET", "")]
    [InlineData("PUT", "v2/persons")]
    [InlineData("GET", "v2/persons/4100/nothing")]
    public async Task An_unknown_route_gets_the_response_of_the_gateway(string method, string path)
    {
        using SandboxClient visitor = SandboxClient.Anonymous();

        Reply reply = await visitor.SendAsync(new HttpMethod(method), path, null);

        Assert.Equal(404, reply.Status);
        Assert.Equal("Not Found", reply.ErrorTitle);
        Assert.Equal($"The endpoint with /{path} was not found.", reply.ErrorDetail);
    }
}
