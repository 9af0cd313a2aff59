using System.Globalization;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Paging;

/// <summary>Servers with endless lists.</summary>
public sealed class EndlessListingTests
{
    private static readonly DateTime s_day = new(2026, 3, 2);
    private int _cursor;

    [Fact]
    public async Task The_same_page_under_ever_new_cursors_ends_in_an_error()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", _ => Page("""{"id":"1"}""", """{"id":"2"}"""));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("contained no new rows", fault.Message, StringComparison.Ordinal);
        Assert.InRange(scene.Network.Calls.Count, 10, 13);
    }

    [Fact]
    public async Task The_same_page_of_rows_without_an_id_ends_in_an_error_as_well()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/any", _ => Page("""{"name":"x"}"""));

        await Refusal.OfAsync(() => scene.Client.ListAllAsync<RawRow>(
            FreeRequest.Create(HttpMethod.Get, "/v2/any", scene.Session.BaseUri)));

        Assert.InRange(scene.Network.Calls.Count, 10, 13);
    }

    [Fact]
    public async Task A_listing_of_null_pages_ends()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", _ => Page("null", "null"));

        Exception? fault = await Record.ExceptionAsync(
            () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

        Assert.True(fault is null or PersonioException);
        Assert.InRange(scene.Network.Calls.Count, 1, 13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task The_same_rows_in_another_order_end_a_listing_over_days(int days)
    {
        string[] ids = ["1", "2", "3", "4"];
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/attendance-periods", _ => Page(
            [.. ids.OrderBy(id => (id + _cursor).GetHashCode(StringComparison.Ordinal)).Select(id =>
                $$"""{"id":"{{id}}","start":{"date_time":"2026-03-02T08:00:00"} """
                + $$""","end":{"date_time":"2026-03-02T09:00:00"} }""")]));

        await Refusal.OfAsync(async () =>
        {
            await foreach (AttendancePeriod _ in scene.Client.ListDaysAsync(Query(days)))
            {
            }
        });

        // The other windows read ahead as far as permitted: six windows with 64 pages each.
        Assert.InRange(scene.Network.Calls.Count, 10, 450);
    }

    [Fact]
    public async Task A_member_on_two_pages_is_returned_once()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            "GET /v2/projects/1/members",
            Answer.Page(["""{"person":{"id":"1"}}""", """{"person":{"id":"2"}}"""], "/v2/projects/1/members?cursor=2"),
            Answer.Page(["""{"person":{"id":"2"}}""", """{"person":{"id":"3"}}"""]));

        IReadOnlyList<ProjectMember> members =
            await scene.Client.ListAllAsync<ProjectMember>(Endpoints.ListProjectMembers.For("1"));

        Assert.Equal(["1", "2", "3"], members.Select(member => member.PersonId));
    }

    [Fact]
    public async Task Rows_without_a_model_are_returned_once_unless_they_differ()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On(
            "GET /v2/any",
            Answer.Page(["""{"id":"1","type":"team"}""", """{"id":"2"}"""], "/v2/any?cursor=2"),
            Answer.Page(["""{"id":"2"}""", """{"id":"1","type":"department"}"""]));

        IReadOnlyList<RawRow> rows = await scene.Client.ListAllAsync<RawRow>(
            FreeRequest.Create(HttpMethod.Get, "/v2/any", scene.Session.BaseUri));

        Assert.Equal(3, rows.Count);
    }

    private static WindowedQuery<AttendancePeriod> Query(int days) => new()
    {
        From = s_day,
        To = s_day.AddDays(days),
        Request = window => Endpoints.ListAttendancePeriods.For().With(
            "start.date_time.gte", window.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DayOf = period => period.Start?.Date,
    };

    private HttpResponseMessage Page(params string[] rows) =>
        Answer.Page(rows, $"/v2/any?cursor={Interlocked.Increment(ref _cursor)}");
}
