using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Requests;

/// <summary>Personio refuses long URLs, so long lists are requested in parts.</summary>
public sealed class LongQueryTests
{
    private static readonly string[] s_emails =
    [
        .. Enumerable.Range(0, 1_000).Select(i => $"somebody.{i}@example.org"),
    ];

    [Fact]
    public async Task A_long_list_of_values_is_requested_in_parts_without_gaps_or_duplicates()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", request => Answer.Page(
            [.. Emails(request).Select(email => $$"""{"id":"{{email}}"}""")]));

        IReadOnlyList<Person> rows = await scene.Client.ListAllAsync<Person>(
            Endpoints.ListPersons.For().With("status", "ACTIVE").WithAny("email", [.. s_emails, s_emails[0]]));

        Assert.Equal(s_emails, rows.Select(row => row.PersonId));
        Assert.All(scene.Network.Calls, call => Assert.InRange(call.PathAndQuery.Length, 1, 8_000));
        Assert.All(
            scene.Network.Calls, call => Assert.Contains("status=ACTIVE", call.PathAndQuery, StringComparison.Ordinal));
        Assert.InRange(scene.Network.Calls.Count, 4, 8);
    }

    [Fact]
    public async Task The_first_rows_need_no_more_parts_than_contain_them()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons", request => Answer.Page(
            [.. Emails(request).Take(3).Select(email => $$"""{"id":"{{email}}"}""")]));

        var rows = new List<Person>();
        await foreach (Person row in scene.Client.ListAsync<Person>(
            Endpoints.ListPersons.For().WithAny("email", s_emails), 2))
        {
            rows.Add(row);
        }

        Assert.Equal(s_emails[..2], rows.Select(row => row.PersonId));
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task Days_are_requested_in_parts_as_well()
    {
        using TestSession scene = await TestSession.OpenAsync();
        string[] projects = [.. Enumerable.Range(0, 400).Select(_ => Guid.NewGuid().ToString())];
        scene.Network.Always("GET /v2/attendance-periods", request => Answer.Page(
            [.. request.Query.Single(pair => pair.Key == "project.id").Value.Split(',')
                .Select(id => $$"""{"id":"{{id}}","attribution_date":"2026-05-04"}""")]));
        var query = new WindowedQuery<AttendancePeriod>
        {
            From = new DateTime(2026, 5, 1),
            To = new DateTime(2026, 5, 31),
            Request = days => Endpoints.ListAttendancePeriods.For()
                .With("attribution_date.gte", days.First.ToString("yyyy-MM-dd", null))
                .WithAny("project.id", projects),
            DayOf = row => row.AttributionDate,
        };

        var rows = new List<string?>();
        await foreach (AttendancePeriod row in scene.Client.ListDaysAsync(query))
        {
            rows.Add(row.AttendancePeriodId);
        }

        Assert.Equal(projects, rows);
        Assert.All(scene.Network.Calls, call => Assert.InRange(call.PathAndQuery.Length, 1, 8_000));
    }

    private static string[] Emails(SentRequest request) =>
        request.Query.Single(pair => pair.Key == "email").Value.Split(',');
}
