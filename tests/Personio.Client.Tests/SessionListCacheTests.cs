using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class SessionListCacheTests
{
    private const string Workplaces = "GET /v2/workplaces";

    [Fact]
    public async Task One_read_serves_cmdlets_and_completion()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(Workplaces, Answer.Page(["""{"id":"1","name":"Hamburg"}"""]));

        IReadOnlyList<NamedEntry>[] found = await Task.WhenAll(
            scene.Client.GetNamesAsync(CompanyLists.Workplaces),
            InBackground(scene).GetNamesAsync(CompanyLists.Workplaces),
            scene.Client.GetNamesAsync(CompanyLists.Workplaces));
        await InBackground(scene).GetNamesAsync(CompanyLists.Workplaces);

        Assert.All(found, names => Assert.Equal(new NamedEntry("1", "Hamburg"), Assert.Single(names)));
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_read_is_canceled_when_its_last_waiter_leaves_and_the_next_starts_a_new_one()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var one = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        TaskCompletionSource ended = Hang(scene);
        Task<IReadOnlyList<NamedEntry>> first = scene.Client.GetNamesAsync(CompanyLists.Workplaces, one.Token);
        Task<IReadOnlyList<NamedEntry>> second = scene.Client.GetNamesAsync(CompanyLists.Workplaces, other.Token);
        await scene.Network.ArrivedAsync(2);

        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(ended.Task.IsCompleted);
        await other.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
        scene.Network.On(Workplaces, Answer.Page(["""{"id":"1"}"""]));
        Assert.Single(await scene.Client.GetNamesAsync(CompanyLists.Workplaces));
    }

    [Fact]
    public async Task A_read_for_completion_continues_when_a_cmdlet_is_stopped()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        scene.Network.On(Workplaces, async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return Answer.Page(["""{"id":"1"}"""]);
        });
        Task<IReadOnlyList<NamedEntry>> cmdlet = scene.Client.GetNamesAsync(CompanyLists.Workplaces, stop.Token);
        await scene.Network.ArrivedAsync(2);
        Task<IReadOnlyList<NamedEntry>> completion = InBackground(scene).GetNamesAsync(CompanyLists.Workplaces);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cmdlet);
        gate.SetResult();

        Assert.Single(await completion);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_read_for_completion_continues_when_nobody_waits()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        scene.Network.On(Workplaces, async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return Answer.Page(["""{"id":"1"}"""]);
        });
        Task<IReadOnlyList<NamedEntry>> completion = InBackground(scene)
            .GetNamesAsync(CompanyLists.Workplaces, stop.Token);
        await scene.Network.ArrivedAsync(2);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => completion);
        gate.SetResult();

        Assert.Single(await scene.Client.GetNamesAsync(CompanyLists.Workplaces));
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_refusal_is_cached_for_completion_but_not_for_cmdlets()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always(Workplaces, _ => Answer.Problem(403));

        for (int i = 0; i < 2; i++)
        {
            PersonioException fault =
                await Refusal.OfAsync(() => InBackground(scene).GetNamesAsync(CompanyLists.Workplaces));
            Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        }

        Assert.Single(scene.Network.Calls);
        await Refusal.OfAsync(() => scene.Client.GetNamesAsync(CompanyLists.Workplaces));
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_refusal_is_forgotten_after_ten_minutes()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(Workplaces, Answer.Problem(403), Answer.Page([]));
        await Refusal.OfAsync(() => InBackground(scene).GetNamesAsync(CompanyLists.Workplaces));

        scene.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Empty(await InBackground(scene).GetNamesAsync(CompanyLists.Workplaces));
    }

    [Fact]
    public async Task A_fault_is_not_cached_for_anyone()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(Workplaces, Answer.Status(418), Answer.Page([]));

        await Refusal.OfAsync(() => InBackground(scene).GetNamesAsync(CompanyLists.Workplaces));

        Assert.Empty(await InBackground(scene).GetNamesAsync(CompanyLists.Workplaces));
    }

    [Fact]
    public async Task A_fresh_client_reads_an_earlier_list_once_more_and_all_others_then_have_it()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            Workplaces, Answer.Page(["""{"id":"1","name":"Old"}"""]), Answer.Page(["""{"id":"1","name":"New"}"""]));
        await scene.Client.GetNamesAsync(CompanyLists.Workplaces);
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        PersonioClient fresh = scene.Client.Fresh;

        await fresh.GetNamesAsync(CompanyLists.Workplaces);
        await fresh.GetNamesAsync(CompanyLists.Workplaces);
        IReadOnlyList<NamedEntry> names = await scene.Client.GetNamesAsync(CompanyLists.Workplaces);

        Assert.Equal("New", Assert.Single(names).Name);
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_fresh_client_requests_the_names_of_persons_again()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", _ => Answer.Persons(1, 1));
        await scene.Client.Persons.GetNamesAsync(["1"]);
        await scene.Client.Persons.GetNamesAsync(["1"]);
        Assert.Single(scene.Network.Calls);
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        PersonioClient fresh = scene.Client.Fresh;

        await fresh.Persons.GetNamesAsync(["1"]);
        await fresh.Persons.GetNamesAsync(["1"]);

        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_name_that_expires_while_others_are_read_is_not_lost()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Page(["""{"id":"1","preferred_name":"Given Family"}"""]));
        IReadOnlyDictionary<string, PersonName> before = await scene.Client.Persons.GetNamesAsync(["1"]);
        scene.Time.Advance(SessionListCache.MaxAge - TimeSpan.FromSeconds(1));
        scene.Network.On("GET /v2/persons", (_, _) =>
        {
            scene.Time.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(Answer.Persons(2, 1));
        });

        IReadOnlyDictionary<string, PersonName> names = await scene.Client.Persons.GetNamesAsync(["1", "2"]);

        Assert.NotNull(before["1"].DisplayName);
        Assert.Equal(before["1"], names["1"]);
    }

    [Fact]
    public async Task Departments_and_teams_are_read_once_for_each_and_for_both()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/org-units", _ => Answer.Page(["""{"id":"1","name":"Unit"}"""]));

        await scene.Client.GetNamesAsync(CompanyLists.Departments);
        await scene.Client.GetNamesAsync(CompanyLists.OrgUnits);
        await scene.Client.GetNamesAsync(CompanyLists.Teams);

        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_list_that_cmdlets_need_whole_is_not_read_again_for_its_names()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/absence-types", Answer.Page(["""{"id":"t","name":"Vacation","unit":"DAY"}"""]));

        IReadOnlyList<AbsenceType> types = await scene.Client.ListCachedAsync(CompanyLists.AbsenceTypes);
        IReadOnlyList<NamedEntry> names = await InBackground(scene).GetNamesAsync(CompanyLists.AbsenceTypes);

        Assert.Equal("DAY", Assert.Single(types).Unit);
        Assert.Equal(new NamedEntry("t", "Vacation"), Assert.Single(names));
    }

    [Fact]
    public async Task A_disconnected_session_reads_no_list()
    {
        using TestSession scene = await TestSession.OpenAsync();
        PersonioClient client = scene.Client;
        scene.Session.Dispose();

        PersonioException fault = await Refusal.OfAsync(() => client.GetNamesAsync(CompanyLists.Workplaces));

        Assert.Equal(ErrorKind.NotConnected, fault.Kind);
    }

    private static PersonioClient InBackground(TestSession scene) =>
        new(scene.Session, scene.Log, CachePolicy.Background);

    // The next request hangs until it is abandoned.
    private static TaskCompletionSource Hang(TestSession scene)
    {
        var ended = new TaskCompletionSource();
        scene.Network.On(Workplaces, async (_, cancellationToken) =>
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }

            return Answer.Status(500);
        });
        return ended;
    }
}
