using System.Text;
using Personio.Client;
using Personio.Models;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>The system clock changes by an hour between token and call, as people and time servers do it.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(50);

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    [InlineData(-24 * 60)]
    [InlineData(24 * 60)]
    public async Task Changing_the_system_clock_costs_no_token_and_no_call(int minutes)
    {
        var clock = new SetClock();
        using Lane lane = await Lane.OpenAsync(
            options => options.TokenLifetime = s_life, options => options with { Time = clock });

        clock.Shift = TimeSpan.FromMinutes(minutes);
        IReadOnlyList<Person> persons = await lane.Client.ListAllAsync<Person>(Endpoints.ListPersons.For());

        Assert.Equal(lane.Tenant.PersonIds, persons.Select(row => row.PersonId));
        Assert.Equal(1, lane.Server.TokenRequests);
        Assert.InRange(
            (lane.Session.TokenExpiresAt!.Value - clock.GetUtcNow()).TotalMinutes, s_life.TotalMinutes - 1,
            s_life.TotalMinutes);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task A_token_that_expired_by_the_server_clock_is_replaced_whatever_the_local_clock_shows(int minutes)
    {
        var clock = new SetClock();
        using Lane lane = await Lane.OpenAsync(session: options => options with { Time = clock });

        clock.Shift = TimeSpan.FromMinutes(minutes);
        lane.Server.ExpireTokens();
        await lane.Client.ListAllAsync<AbsenceType>(Endpoints.ListAbsenceTypes.For());

        Assert.Equal(2, lane.Server.TokenRequests);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task A_date_in_Retry_After_is_compared_with_the_clock_of_the_server(int minutes)
    {
        var clock = new SetClock();
        using Lane lane = await Lane.OpenAsync(session: options => options with { Time = clock });
        clock.Shift = TimeSpan.FromMinutes(minutes);
        lane.Server.AddFault(new SandboxFault
        {
            Status = 429,
            Headers = { ["Date"] = "Mon, 02 Mar 2026 08:00:00 GMT", ["Retry-After"] = "Mon, 02 Mar 2026 08:00:01 GMT" },
        });

        Task<IReadOnlyList<AbsenceType>> call = lane.Client.ListAllAsync<AbsenceType>(Endpoints.ListAbsenceTypes.For());

        Assert.NotEmpty(await call.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains(lane.Told.Lines, line => line.Contains("waiting 1 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_download_whose_token_expired_contains_the_document_and_never_the_token()
    {
        using Lane lane = await Lane.OpenAsync();
        using var target = new SpyStream();
        lane.Server.ExpireTokens();

        await lane.Client.Files.DownloadAsync(Endpoints.DownloadDocument.For(lane.Tenant.DocumentIds[0]), target);

        Assert.Equal(
            lane.Tenant.Records.Documents.Find(lane.Tenant.DocumentIds[0])!.Content.ToArray(), target.ToArray());
        Assert.DoesNotContain("access_token", Encoding.Latin1.GetString([.. target.Seen]), StringComparison.Ordinal);
    }

    /// <summary>The monotonic clock is not affected.</summary>
    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }

    /// <summary>Records everything that was written, including what was truncated later.</summary>
    private sealed class SpyStream : MemoryStream
    {
        public List<byte> Seen { get; } = [];

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Seen.AddRange(buffer.ToArray());
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
