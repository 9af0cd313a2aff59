using System.Globalization;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Rules;

public sealed class AbsenceEndProofTests
{
    private const string List = "GET /v2/absence-periods";

    private static readonly string s_whole = Row("whole", "2026-03-02", "FIRST_HALF", "2026-03-05", "SECOND_HALF");
    private static readonly string s_morning = Row("half", "2026-03-10", "FIRST_HALF", "2026-03-10", "FIRST_HALF");
    private static readonly AbsenceDays s_asked = new(Day("2028-03-01"), Day("2028-03-02"), Day("2028-03-03"));

    [Fact]
    public async Task Half_days_that_end_on_their_own_day_do_not_make_whole_days_longer()
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene, "whole", "2026-03-02", "2026-03-03", "2026-03-04");

        IReadOnlyList<AbsencePeriod> rows = await ListAsync(scene, s_morning, s_whole);

        Assert.Equal([Day("2026-03-10"), Day("2026-03-04")], rows.Select(row => row.EndDate));
    }

    [Fact]
    public async Task A_written_absence_that_is_booked_as_sent_changes_what_is_sent_and_not_what_is_read()
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene, "whole", "2026-03-02", "2026-03-03", "2026-03-04");
        Serve(scene, "made", "2028-03-01", "2028-03-02", "2028-03-03");
        await ListAsync(scene, s_whole);

        AbsenceDays? booked = await scene.Client.CheckWrittenAsync("made", s_asked);

        Assert.Equal(Day("2028-03-03"), booked?.Last);
        Assert.Equal(AbsenceEndReading.Inclusive, await scene.Client.GetAbsenceEndReadingAsync());
        Assert.Equal(Day("2026-03-04"), Assert.Single(await ListAsync(scene, s_whole)).EndDate);
    }

    [Fact]
    public async Task A_written_half_day_proves_nothing_about_whole_days()
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene, "whole", "2026-03-02", "2026-03-03", "2026-03-04");
        Serve(scene, "half", "2028-03-01", "2028-03-02", "2028-03-03");
        Serve(scene, "made", "2028-03-01", "2028-03-02");
        await ListAsync(scene, s_whole);

        Assert.NotNull(await scene.Client.CheckWrittenAsync("half", s_asked with { HasHalfDay = true }));

        Assert.Equal(AbsenceEndReading.Exclusive, await scene.Client.GetAbsenceEndReadingAsync());
        Assert.Null(await scene.Client.CheckWrittenAsync("made", s_asked));
        Assert.Equal("GET /v2/absence-periods/made/breakdowns", scene.Network.Calls[^1].Route);
    }

    [Fact]
    public async Task A_check_that_fails_says_so_and_not_that_the_midnight_is_assumed()
    {
        using TestSession scene = await TestSession.OpenAsync();
        Serve(scene, "whole", "2026-03-02", "2026-03-03", "2026-03-04");
        scene.Network.On($"{List}/made/breakdowns", Answer.Status(403));
        await ListAsync(scene, s_whole);

        Assert.Null(await scene.Client.CheckWrittenAsync("made", s_asked));

        Assert.StartsWith(
            "Whether Personio booked the requested days of absence made could not be checked.",
            Assert.Single(scene.Log.Warnings), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<AbsencePeriod>> ListAsync(TestSession scene, params string[] rows)
    {
        scene.Network.On(List, Answer.Page(rows));
        return scene.Client.ListAllAsync<AbsencePeriod>(Endpoints.ListAbsencePeriods.For());
    }

    private static void Serve(TestSession scene, string id, params string[] days) =>
        scene.Network.On($"{List}/{id}/breakdowns", Answer.Page(days.Select(day => $$"""{ "date": "{{day}}" }""")));

    private static string Row(string id, string start, string startHalf, string end, string endHalf) =>
        $$"""
        {
            "id": "{{id}}",
            "starts_from": { "date_time": "{{start}}T00:00:00", "type": "{{startHalf}}" },
            "ends_at": { "date_time": "{{end}}T00:00:00", "type": "{{endHalf}}" },
            "approval": { "status": "APPROVED" }
        }
        """;

    private static DateTime Day(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
