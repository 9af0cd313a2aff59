using System.Net;
using System.Text;
using Personio.Rest.Auth;
using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Auth;

public sealed class TokenRequestTests
{
    private static readonly Uri s_endpoint = new("https://login.example/token");

    [Fact]
    public async Task The_token_is_requested_with_a_form_and_without_an_authorization_header()
    {
        using TestSession scene = await TestSession.OpenAsync();

        SentRequest sent = Assert.Single(scene.Network.TokenRequests);

        Assert.Equal("POST https://api.personio.de/v2/auth/token", $"{sent.Method} {sent.Uri}");
        Assert.Equal("application/x-www-form-urlencoded", sent.MediaType);
        Assert.Null(sent.Authorization);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_id"] = "papi-id",
                ["client_secret"] = TestSession.Secret,
            },
            sent.Form);
    }

    [Theory]
    [InlineData("plus+plus")]
    [InlineData("and&and=equals")]
    [InlineData("100%41")]
    [InlineData("über/ß€")]
    [InlineData("a space and  two")]
    [InlineData("\"quoted\" 'text' \\ back")]
    [InlineData("#?;:@")]
    public async Task Every_special_character_of_a_secret_survives_the_form(string secret)
    {
        using TestSession scene = await TestSession.OpenAsync(
            options => options with { Credential = new("papi-id", secret) });

        SentRequest sent = Assert.Single(scene.Network.TokenRequests);

        Assert.Equal(secret, sent.Form["client_secret"]);
    }

    [Fact]
    public async Task Requested_scopes_are_one_field_separated_by_spaces()
    {
        using TestSession scene = await TestSession.OpenAsync(
            options => options with { Scopes = ["personio:persons:read", "personio:absences:read"] });

        SentRequest sent = Assert.Single(scene.Network.TokenRequests);

        Assert.Equal("personio:persons:read personio:absences:read", sent.Form["scope"]);
    }

    [Fact]
    public async Task Basic_authentication_form_encodes_both_parts_and_keeps_them_out_of_the_form()
    {
        var grant = new ClientCredentialsGrant(
            s_endpoint, new NetworkCredential("id:1", "s+e c%ü"), ClientAuthentication.HttpBasic);

        using HttpRequestMessage request = grant.CreateRequest();
        SentRequest sent = await SentRequest.OfAsync(request);

        Assert.Equal(
            "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("id%3A1:s%2Be+c%25%C3%BC")), sent.Authorization);
        Assert.Equal("grant_type=client_credentials", sent.Body);
    }

    [Fact]
    public async Task Optional_fields_of_another_service_are_sent_along()
    {
        var grant = new ClientCredentialsGrant(
            s_endpoint, new NetworkCredential("id", "secret"), fields: new Dictionary<string, string>
            {
                ["audience"] = "https://api.example/",
            });

        using HttpRequestMessage request = grant.CreateRequest();
        SentRequest sent = await SentRequest.OfAsync(request);

        Assert.Equal(s_endpoint, sent.Uri);
        Assert.Equal("https://api.example/", sent.Form["audience"]);
    }

    [Fact]
    public void A_grant_shows_the_client_id_and_never_the_secret()
    {
        var grant = new ClientCredentialsGrant(s_endpoint, new NetworkCredential("papi-id", "the-secret"));

        Assert.Equal("papi-id at https://login.example/token", grant.ToString());
    }

    [Fact]
    public void A_token_can_be_requested_as_JSON()
    {
        var grant = new ClientCredentialsGrant(s_endpoint, new NetworkCredential("papi-id", "the-secret"));

        using HttpRequestMessage request = grant.CreateRequest();

        Assert.Equal("application/json", $"{request.Headers.Accept}");
    }

    [Fact]
    public void A_token_never_shows_its_value()
    {
        var token = new AccessToken("papi-token", "scope", 0, TimeSpan.FromHours(1));

        Assert.Equal("(token)", $"{token}");
    }
}
