using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class PersonioSessionTests
{
    [Fact]
    public async Task Connecting_asks_for_one_token_and_a_call_carries_it()
    {
        using Scene scene = await Scene.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));

        Person person = await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.Equal("1", person.PersonId);
        Assert.Single(scene.Network.TokenRequests);
        Assert.Equal("Bearer papi-token-1", Assert.Single(scene.Network.Calls).Authorization);
    }
}
