using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

/// <summary>A request waits five minutes in total, no matter how often a server tells it to retry later.</summary>
public sealed class LongestWaitTests
{
    [Theory]
    [InlineData(429, 290, 20)]
    [InlineData(503, 100, 20)]
    [InlineData(429, 1, 500)]
    public async Task All_waits_of_a_request_together_take_at_most_five_minutes(int status, int seconds, int tries)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = tries });
        scene.Network.Always(
            "GET /v2/persons/1", _ => Answer.Problem(status).With("Retry-After", $"{seconds}"));
        long before = scene.Time.GetTimestamp();

        await Refusal.OfAsync(() => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

        Assert.InRange(scene.Time.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromMinutes(5.1));
    }
}
