using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Paging;

public sealed class PrefetchTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(25, 1)]
    [InlineData(26, 2)]
    [InlineData(50, 2)]
    [InlineData(75, 2)]
    [InlineData(76, 3)]
    public async Task The_next_page_is_requested_when_half_of_the_current_one_is_used(int taken, int requests)
    {
        using TestSession scene = await OpenAsync();

        await TakeAsync(scene, taken, first: null);

        Assert.Equal(requests, scene.Network.Calls.Count);
    }

    [Theory]
    [InlineData(1, "1", 1)]
    [InlineData(5, "5", 1)]
    [InlineData(49, "49", 1)]
    [InlineData(50, "50", 1)]
    [InlineData(51, "50", 2)]
    [InlineData(60, "50", 2)]
    [InlineData(100, "50", 2)]
    [InlineData(101, "50", 3)]
    public async Task A_limit_sets_the_page_size_and_nothing_beyond_it_is_requested(
        int first, string limit, int requests)
    {
        using TestSession scene = await OpenAsync();

        int count = await TakeAsync(scene, int.MaxValue, first);

        Assert.Equal(first, count);
        Assert.Equal(requests, scene.Network.Calls.Count);
        Assert.Equal($"/v2/persons?limit={limit}", scene.Network.Calls[0].PathAndQuery);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_of_zero_sends_nothing(int first)
    {
        using TestSession scene = await OpenAsync();

        Assert.Equal(0, await TakeAsync(scene, int.MaxValue, first));
        Assert.Empty(scene.Network.Calls);
    }

    [Fact]
    public async Task The_largest_page_of_the_endpoint_is_requested_without_a_limit()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/absence-periods/1/breakdowns", Answer.Json("""{"_data":[]}"""));

        await scene.Client.ListAllAsync<AbsenceBreakdown>(Endpoints.ListAbsenceBreakdowns.For("1"));

        Assert.Equal("/v2/absence-periods/1/breakdowns?limit=28", scene.Network.Calls[0].PathAndQuery);
    }

    [Fact]
    public async Task An_endpoint_without_pages_gets_no_limit()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v1/company/document-categories", Answer.Json("""{"success":true,"data":[]}"""));

        await scene.Client.ListAllAsync<Person>(Endpoints.ListDocumentCategories.For());

        Assert.Equal("/v1/company/document-categories", scene.Network.Calls[0].PathAndQuery);
    }

    [Fact]
    public async Task A_page_of_duplicates_does_not_end_a_limited_listing_early()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons",
            Answer.Page(["""{"id":"1"}""", """{"id":"1"}"""], "?cursor=c2"), Answer.Persons(2, 2));

        Assert.Equal(2, await TakeAsync(scene, int.MaxValue, first: 2));
    }

    [Fact]
    public async Task Stopping_early_cancels_running_requests()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 2, "?cursor=c2"));
        scene.Network.On("GET /v2/persons", async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Answer.Status(500);
        });

        await TakeAsync(scene, 2, first: null);

        Assert.Equal(0, scene.Network.UnderWay);
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_prefetched_page_that_fails_does_so_in_its_turn()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 4, "?cursor=c2"), Answer.Problem(403));
        var taken = new List<string?>();

        PersonioException fault = await Refusal.OfAsync(async () =>
        {
            await foreach (Person row in scene.Client.ListAsync<Person>(Endpoints.ListPersons.For()))
            {
                taken.Add(row.PersonId);
            }
        });

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Equal(["1", "2", "3", "4"], taken);
    }

    [Fact]
    public async Task Canceling_ends_a_listing_during_a_request()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var stop = new CancellationTokenSource();
        scene.Network.On("GET /v2/persons", async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Answer.Status(500);
        });
        Task<IReadOnlyList<Person>> listing = scene.Client.ListAllAsync<Person>(
            Endpoints.ListPersons.For(), stop.Token);
        await scene.Network.ArrivedAsync(2);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);
        Assert.Equal(0, scene.Network.UnderWay);
    }

    [Fact]
    public async Task A_token_passed_to_the_enumerator_cancels_as_well()
    {
        using TestSession scene = await OpenAsync();
        using var stop = new CancellationTokenSource();
        IAsyncEnumerable<Person> rows = scene.Client.ListAsync<Person>(Endpoints.ListPersons.For());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Person _ in rows.WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    // Endless pages of 50.
    private static async Task<TestSession> OpenAsync()
    {
        TestSession scene = await TestSession.OpenAsync();
        int page = 0;
        scene.Network.Always("GET /v2/persons", _ =>
        {
            int number = Interlocked.Increment(ref page);
            return Answer.Persons((number * 50) - 49, 50, $"/v2/persons?cursor=c{number + 1}");
        });
        return scene;
    }

    private static async Task<int> TakeAsync(TestSession scene, int count, int? first)
    {
        int taken = 0;
        await foreach (Person _ in scene.Client.ListAsync<Person>(Endpoints.ListPersons.For(), first))
        {
            if (++taken == count)
            {
                break;
            }
        }

        return taken;
    }
}
