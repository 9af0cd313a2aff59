using Personio.Client.Tests.Support;

namespace Personio.Client.Tests;

public sealed class PersonAddressesTests
{
    private const string Persons = "GET /v2/persons";

    [Fact]
    public async Task Fifty_addresses_take_one_request_regardless_of_case()
    {
        using TestSession scene = await TestSession.OpenAsync();
        string[] addresses = [.. Enumerable.Range(1, 60).Select(number => $"p{number}@firma.example")];
        Serve(scene);

        FoundAddresses found = await scene.Client.Persons.FindAddressesAsync([.. addresses, "P1@Firma.Example"]);

        Assert.Equal([50, 10], scene.Network.Calls.Select(call => Asked(call.PathAndQuery).Length));
        Assert.All(addresses, address => Assert.Equal(address[1..^14], Assert.Single(found.PersonsOf(address)).Id));
        Assert.Equal("1", Assert.Single(found.PersonsOf("P1@FIRMA.example")).Id);
    }

    [Fact]
    public async Task Without_addresses_no_request_is_sent_and_not_all_persons_are_meant()
    {
        using TestSession scene = await TestSession.OpenAsync();

        FoundAddresses found = await scene.Client.Persons.FindAddressesAsync([]);

        Assert.Empty(found.PersonsOf("p1@firma.example"));
        Assert.Empty(scene.Network.Calls);
    }

    [Fact]
    public async Task A_session_caches_the_owner_of_an_address_for_ten_minutes_but_not_that_it_has_none()
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene);

        await scene.Client.Persons.FindAddressesAsync(["p1@firma.example", "nobody@firma.example"]);
        await scene.Client.Persons.FindAddressesAsync(["p1@firma.example", "nobody@firma.example"]);
        scene.Time.Advance(SessionListCache.MaxAge);
        await scene.Client.Persons.FindAddressesAsync(["p1@firma.example"]);

        Assert.Equal(
            ["p1@firma.example,nobody@firma.example", "nobody@firma.example", "p1@firma.example"],
            scene.Network.Calls.Select(call => string.Join(',', Asked(call.PathAndQuery))));
    }

    [Fact]
    public async Task A_fresh_client_uses_nothing_that_was_cached_before_it()
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene);

        await scene.Client.Persons.FindAddressesAsync(["p1@firma.example"]);
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        await scene.Client.Fresh.Persons.FindAddressesAsync(["p1@firma.example"]);

        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Theory]
    [InlineData("PATCH", "/v2/persons/1", 2)]
    [InlineData("DELETE", "/v2/persons/1", 2)]
    [InlineData("POST", "/v2/persons", 2)]
    [InlineData("PATCH", "/v2/persons/1/employments/2", 1)]
    [InlineData("POST", "/v2/projects", 1)]
    public async Task Addresses_are_looked_up_again_after_a_person_was_changed(string method, string path, int lookups)
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene);
        scene.Network.Always($"{method} {path}", _ => Answer.Problem(400));

        await scene.Client.Persons.FindAddressesAsync(["p1@firma.example"]);
        // Also if it is unknown whether the change was made.
        await Assert.ThrowsAsync<PersonioException>(() => scene.Client.InvokeAsync(
            FreeRequest.Create(new HttpMethod(method), path, scene.Session.BaseUri).WithBody(new { })));
        await scene.Client.Persons.FindAddressesAsync(["p1@firma.example"]);

        Assert.Equal(
            lookups, scene.Network.Calls.Count(call => call.PathAndQuery.Contains("email=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_persons_who_share_an_address_are_reported()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(Persons, Answer.Page([
            """{"id":"1","email":"Both@firma.example","preferred_name":"Kim Aal"}""",
            """{"id":"2","email":"both@firma.example"}""",
        ]));

        FoundAddresses found = await scene.Client.Persons.FindAddressesAsync(["both@firma.example"]);

        Assert.Equal([new("1", "Kim Aal"), new("2", "2")], found.PersonsOf("both@firma.example"));
    }

    [Fact]
    public async Task A_refused_address_does_not_affect_the_others()
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene, isRefused: address => address == "odd@firma.example");

        FoundAddresses found = await scene.Client.Persons.FindAddressesAsync(
            ["p1@firma.example", "odd@firma.example", "p2@firma.example", "p3@firma.example"]);

        Assert.Equal(
            ["1", "2", "3"],
            Enumerable.Range(1, 3).Select(number => Assert.Single(found.PersonsOf($"p{number}@firma.example")).Id));
        Assert.Equal(
            ErrorKind.InvalidRequest,
            Assert.Throws<PersonioException>(() => found.PersonsOf("odd@firma.example")).Kind);
    }

    [Fact]
    public async Task Names_are_returned_with_the_addresses_and_cached()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            Persons, Answer.Page(["""{"id":"1","email":"kim@firma.example","preferred_name":"Kim Aal"}"""]));

        await scene.Client.Persons.FindAddressesAsync(["kim@firma.example"]);

        Assert.Equal(
            KeyValuePair.Create("1", new PersonName("Kim Aal", "kim@firma.example")),
            Assert.Single(scene.Client.Persons.All));
    }

    // A company in which p1@firma.example is person 1.
    private static void Serve(TestSession scene, Predicate<string>? isRefused = null) =>
        scene.Network.Always(Persons, request =>
        {
            string[] asked = Asked(request.PathAndQuery);
            return Array.Exists(asked, isRefused ?? (_ => false))
                ? Answer.Problem(400, "Bad request", "Provided request parameters are invalid.")
                : Answer.Page(asked
                    .Where(address => address.StartsWith("p", StringComparison.OrdinalIgnoreCase))
                    .Select(address => $$"""{"id":"{{address.Split('@')[0][1..]}}","email":"{{address}}"}"""));
        });

    private static string[] Asked(string address) =>
        Uri.UnescapeDataString(address.Split("email=")[1].Split('&')[0]).Split(',');
}
