using System.Net;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

/// <summary>Next to programs that take every token, a request waits for its turn instead of failing early.</summary>
public sealed class ContendedBucketTests
{
    [Fact]
    public async Task A_request_that_is_refused_while_others_are_served_is_retried_until_its_turn_comes()
    {
        using TestSession scene = await OpenAsync(refusals: 20);

        Person person = await GetPersonAsync(scene, "1");

        Assert.Equal("1", person.PersonId);
        Assert.Equal(21, Tries(scene));
    }

    [Fact]
    public async Task A_request_whose_turn_never_comes_ends_within_five_minutes()
    {
        using TestSession scene = await OpenAsync(refusals: int.MaxValue);
        long before = scene.Time.GetTimestamp();

        PersonioException fault = await Refusal.OfAsync(() => GetPersonAsync(scene, "1"));

        Assert.Equal(ErrorKind.RateLimited, fault.Kind);
        // The waits of the other requests are between its own.
        Assert.InRange(scene.Time.GetElapsedTime(before), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Zero_retries_mean_no_retries_even_while_other_requests_are_served()
    {
        using TestSession scene = await OpenAsync(refusals: int.MaxValue, maxRetry: 0);

        await Refusal.OfAsync(() => GetPersonAsync(scene, "1"));

        Assert.Equal(1, Tries(scene));
    }

    // A server that serves person 2 each time before it refuses person 1.
    private static async Task<TestSession> OpenAsync(int refusals, int maxRetry = 5)
    {
        TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = maxRetry });
        scene.Network.Always("GET /v2/persons/2", _ => Answer.Json("""{"id":"2"}"""));
        scene.Network.Always("GET /v2/persons/1", _ =>
        {
            Assert.Equal("2", GetPersonAsync(scene, "2").GetAwaiter().GetResult().PersonId);
            return Tries(scene) <= refusals ? Answer.Status(429) : Answer.Json("""{"id":"1"}""");
        });
        return scene;
    }

    private static int Tries(TestSession scene) => 
        scene.Network.Calls.Count(call => call.Uri.AbsolutePath.EndsWith("/1", StringComparison.Ordinal));

    private static Task<Person> GetPersonAsync(TestSession scene, string id) =>
        scene.Client.GetAsync<Person>(Endpoints.GetPerson.For(id));
}
