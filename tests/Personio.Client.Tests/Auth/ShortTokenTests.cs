using System.Collections.Concurrent;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Auth;

/// <summary>Tokens that expire while many requests use them.</summary>
public sealed class ShortTokenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Every_person_is_returned_although_a_token_lasts_only_a_few_calls(int calls)
    {
        var left = new ConcurrentDictionary<string, int>();
        int made = 0;
        StubNetwork network = new StubNetwork()
            .Always("POST /v2/auth/token", _ =>
            {
                string token = $"papi-token-{Interlocked.Increment(ref made)}";
                left[$"Bearer {token}"] = calls;
                return Answer.Token(token);
            });
        using TestSession scene = await TestSession.OpenAsync(network: network);
        string[] ids = [.. Enumerable.Range(1, 60).Select(id => $"{id}")];
        foreach (string id in ids)
        {
            network.Always($"GET /v2/persons/{id}", async (request, token) =>
            {
                await Task.Delay(2, token);
                return left.AddOrUpdate(request.Authorization!, -1, (_, count) => count - 1) >= 0
                    ? Answer.Json($$"""{"id":"{{id}}"}""")
                    : Answer.Problem(401);
            });
        }

        Person[] persons = await Task.WhenAll(
            ids.Select(id => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For(id))));

        Assert.Equal(ids, persons.Select(person => person.PersonId));
    }

    [Fact]
    public async Task A_right_is_missing_if_a_token_is_rejected_that_was_never_used_before()
    {
        int made = 0;
        StubNetwork network = new StubNetwork()
            .Always("POST /v2/auth/token", _ => Answer.Token($"papi-token-{Interlocked.Increment(ref made)}"))
            .Always("GET /v2/persons/1", _ => Answer.Problem(401));
        using TestSession scene = await TestSession.OpenAsync(network: network);

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Equal(
            ["Bearer papi-token-1", "Bearer papi-token-2", "Bearer papi-token-3"],
            network.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_recently_confirmed_token_that_was_revoked_is_renewed_if_the_right_is_known()
    {
        StubNetwork network = new StubNetwork().On(
            "POST /v2/auth/token",
            Answer.Token("papi-token-1"), Answer.Token("papi-token-1"), Answer.Token("papi-token-2"));
        using TestSession scene = await TestSession.OpenAsync(network: network);
        network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""))
            .On("GET /v2/persons/2/employments", Answer.Problem(401))
            .On("GET /v2/persons/1", Answer.Problem(401), Answer.Json("""{"id":"1"}"""));
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        await Refusal.OfAsync(() => scene.Client.ListAllAsync<Employment>(Endpoints.ListEmployments.For("2")));

        scene.Time.Advance(TimeSpan.FromSeconds(30));
        Person person = await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.Equal("1", person.PersonId);
        Assert.Equal("Bearer papi-token-2", network.Calls[^1].Authorization);
    }
}
