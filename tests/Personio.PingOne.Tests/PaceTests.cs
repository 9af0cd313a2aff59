using Personio.Models;
using Personio.Sandbox;

namespace Personio.PingOne.Tests;

public sealed class PaceTests
{
    [Fact]
    public async Task At_most_four_requests_are_in_flight_however_many_run()
    {
        using var connection = new Connection(options => options.Latency = TimeSpan.FromMilliseconds(20));
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync();
        using PingOneSession open = session;
        string[] ids = [.. connection.Directory.UserIds.Take(40)];

        PingOneUser[] users = await Task.WhenAll(ids.Select(id => client.GetUserAsync(id)));

        Assert.Equal(ids, users.Select(user => user.UserId));
        Assert.Equal(4, connection.Server.MaxInFlight);
    }

    [Fact]
    public async Task Fifty_reads_under_a_lower_hidden_limit_all_arrive_and_few_are_refused()
    {
        using var connection = new Connection(options => options.RatePerSecond = 10);
        (PingOneSession session, PingOneClient client) = await connection.OpenAsync(
            options => options with { RequestsPerSecond = 20, MaxRetry = 5 });
        using PingOneSession open = session;
        string[] ids = [.. connection.Directory.UserIds.Take(50)];

        PingOneUser[] users = await Task.WhenAll(ids.Select(id => client.GetUserAsync(id)));

        Assert.Equal(ids, users.Select(user => user.UserId));
        RecordedRequest[] refused = [.. connection.Server.Requests.Where(request => request.Status == 429)];
        Assert.InRange(refused.Length, 1, 10);
    }
}
