using Personio.Sandbox.Api;

namespace Personio.Sandbox.Tests;

public sealed class RouteTests
{
    public static TheoryData<string, string> Endpoints
    {
        get
        {
            var endpoints = new TheoryData<string, string>();
            foreach (Route route in RouteTable.All.Where(route => !route.IsSession && !route.IsPublic))
            {
                endpoints.Add(route.Method, route.Template);
            }

            return endpoints;
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task No_endpoint_can_be_used_without_a_token(string method, string template)
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.PersonCount = 1);

        Reply reply = await visitor.SendAsync(new HttpMethod(method), template[1..], null, beta: true);

        Assert.Equal(401, reply.Status);
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task No_endpoint_can_be_used_without_a_scope(string method, string template)
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync(options =>
        {
            options.PersonCount = 1;
            options.Scopes = "personio:nothing:read";
        });

        Reply reply = await visitor.SendAsync(new HttpMethod(method), template[1..], null, beta: true);

        Assert.True(reply.Status is 400 or 401 or 403);
        Assert.Matches("Unauthorized|Insufficient access scope", reply.Body);
    }

    [Fact]
    public void Every_endpoint_has_a_scope_that_the_credential_can_own() =>
        Assert.All(
            RouteTable.All.Where(route => !route.IsSession && !route.IsPublic),
            route => Assert.Contains(route.Scope, Scopes.All));

    [Fact]
    public void No_two_endpoints_share_method_and_path() =>
        Assert.Equal(
            RouteTable.All.Count, RouteTable.All.Select(route => (route.Method, route.Template)).Distinct().Count());
}
