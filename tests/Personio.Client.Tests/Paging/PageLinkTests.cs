using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Paging;

public sealed class PageLinkTests
{
    private static readonly Uri s_origin = new("https://api.personio.de/");

    [Theory]
    [InlineData("https://api.personio.de/v2/persons?cursor=c2&limit=50", "/v2/persons?cursor=c2&limit=50")]
    [InlineData("HTTPS://API.PERSONIO.DE:443/v2/persons?cursor=c2", "/v2/persons?cursor=c2")]
    [InlineData("/v2/persons?cursor=c2", "/v2/persons?cursor=c2")]
    [InlineData("persons?cursor=c2", "/v2/persons?cursor=c2")]
    [InlineData("?cursor=c2", "/v2/persons?cursor=c2")]
    [InlineData("//api.personio.de/v2/persons?cursor=c2", "/v2/persons?cursor=c2")]
    [InlineData("c2", "/v2/persons?cursor=c2")]
    [InlineData("c2+==", "/v2/persons?cursor=c2%2B%3D%3D")]
    [InlineData("/v2/persons?cursor=a%2Fb%3D%3D&updated_at.gt=2026-01-01T00%3A00%3A00Z",
        "/v2/persons?cursor=a%2Fb%3D%3D&updated_at.gt=2026-01-01T00%3A00%3A00Z")]
    public void A_link_of_any_form_leads_to_the_next_page(string link, string expected)
    {
        ApiRequest next = PageLink.Follow(Endpoints.ListPersons.For().WithLimit(50), link, s_origin);

        Assert.Equal(expected, next.PathAndQuery);
    }

    [Theory]
    [InlineData("https://api.personio.de/v2/employments?cursor=c2")]
    [InlineData("/v2/persons/2/employments?cursor=c2")]
    [InlineData("/../../v2/auth/token?cursor=c2")]
    public void A_link_with_another_path_stays_on_the_path_of_the_listing(string link)
    {
        ApiRequest next = PageLink.Follow(Endpoints.ListEmployments.For("1"), link, s_origin);

        Assert.Equal("/v2/persons/1/employments?cursor=c2", next.PathAndQuery);
    }

    [Theory]
    [InlineData("https://evil.example/v2/persons?cursor=c2")]
    [InlineData("https://api.personio.de.evil.example/v2/persons?cursor=c2")]
    [InlineData("https://api.personio.de@evil.example/v2/persons?cursor=c2")]
    [InlineData("https://user:pw@api.personio.de/v2/persons?cursor=c2")]
    [InlineData("https://api.personio.de:8443/v2/persons?cursor=c2")]
    [InlineData("http://api.personio.de/v2/persons?cursor=c2")]
    [InlineData("//evil.example/v2/persons?cursor=c2")]
    [InlineData("///evil.example/v2/persons?cursor=c2")]
    [InlineData("\\\\evil.example\\v2\\persons?cursor=c2")]
    [InlineData("/\\evil.example/v2/persons?cursor=c2")]
    [InlineData("https:\\\\evil.example\\?cursor=c2")]
    [InlineData("file:///etc/passwd?cursor=c2")]
    [InlineData("javascript:alert(1)?cursor=c2")]
    [InlineData("https://?cursor=c2")]
    public void A_link_to_another_origin_is_refused(string link)
    {
        PersonioException fault = Assert.Throws<PersonioException>(
            () => PageLink.Follow(Endpoints.ListPersons.For(), link, s_origin));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("leads to another host", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.personio.de/v2/persons")]
    [InlineData("/v2/persons")]
    [InlineData("/v2/persons?")]
    [InlineData("/v2/persons#cursor")]
    public void A_link_without_a_query_would_start_over_and_is_refused(string link)
    {
        PersonioException fault = Assert.Throws<PersonioException>(
            () => PageLink.Follow(Endpoints.ListPersons.For(), link, s_origin));

        Assert.Contains("has no query", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/v2/persons?cursor=c2")]
    [InlineData("//evil.example/v2/persons?cursor=c2")]
    [InlineData("http://api.personio.de/v2/persons?cursor=c2")]
    public async Task Nothing_is_sent_after_a_link_to_another_origin(string link)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 2, link));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Single(scene.Network.Calls);
    }

    [Theory]
    [InlineData("/v2/reports/1?limit=5&cursor=c2&x=1", "cursor=c2")]
    [InlineData("/v2/reports/1?page=2", "page=2")]
    public void The_next_rows_of_a_report_are_requested_by_cursor_only(string link, string query)
    {
        ApiRequest next = PageLink.Follow(Endpoints.GetReport.For("1"), link, s_origin);

        Assert.Equal(query, next.RawQuery);
    }

    [Fact]
    public async Task The_token_is_sent_only_to_the_origin_of_the_session()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var bearer = new HttpMessageInvoker(new Rest.Http.BearerTokenHandler(
            scene.Network, scene.Session.Transport.Tokens, scene.Session.BaseUri));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://evil.example/v2/persons");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bearer.SendAsync(request, default));

        Assert.Empty(scene.Network.Calls);
    }
}
