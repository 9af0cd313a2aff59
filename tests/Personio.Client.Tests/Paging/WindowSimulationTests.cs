using Personio.Client.Tests.Support;
using Xunit.Abstractions;

namespace Personio.Client.Tests.Paging;

/// <summary>Requests and time of lists over days, compared with the minimum number of requests for all rows.</summary>
public sealed class WindowSimulationTests(ITestOutputHelper output)
{
    private static readonly DateTime s_newYear = new(2026, 1, 1);
    private static readonly DateTime s_newYearsEve = new(2026, 12, 31);

    // The percentage of absences that begin in each month.
    private static readonly Dictionary<Shape, int[]> s_months = new()
    {
        [Shape.WholeYear] = [5, 6, 6, 8, 9, 9, 16, 17, 7, 7, 4, 6],
        [Shape.DeepSummer] = [3, 4, 4, 5, 6, 10, 24, 26, 6, 4, 3, 5],
        // Planned absences become fewer over time.
        [Shape.KnownUntilAugust] = [7, 15, 22, 19, 15, 13, 6, 2, 1, 0, 0, 0],
    };

    /// <summary>How absences are spread over a year.</summary>
    public enum Shape
    {
        WholeYear,
        DeepSummer,
        KnownUntilAugust,
    }

    // The number of absences, the seconds per page, and the limits: requests compared with the minimum that contains
    // all rows, seconds compared with the time in which the bucket permits the requests sent, and seconds compared
    // with the time of the minimum at the rate of the bucket. Slow responses need more walks than a year of few pages
    // is worth.
    public static TheoryData<int, double, double, double, double> Years => new()
    {
        { 5349, 0.05, 1.15, 1.15, 1.15 },
        { 5349, 0.12, 1.15, 1.15, 1.15 },
        { 5349, 0.2, 1.15, 1.2, 1.15 },
        { 5349, 0.3, 1.15, 1.3, 1.21 },
        { 3500, 0.12, 1.2, 1.2, 1.15 },
        { 9000, 0.12, 1.15, 1.15, 1.15 },
        { 20_000, 0.12, 1.15, 1.25, 1.36 },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void A_year_of_absences_takes_little_more_than_the_minimum_number_of_pages(
        int count, double latency, double mostRequests, double mostTime, double mostOfNeeded)
    {
        foreach (Shape shape in Enum.GetValues<Shape>())
        {
            foreach (bool isOverlap in new[] { true, false })
            {
                Outcome[] outcomes =
                    [.. Enumerable.Range(0, 20).Select(seed => Read(count, shape, isOverlap, latency, seed))];
                double requests = outcomes.Average(one => one.Requests);
                double times = outcomes.Average(one => one.Time);
                double ofNeeded = outcomes.Average(one => one.TimeOfNeeded);
                output.WriteLine(
                    $"{shape}, {(isOverlap ? "overlap" : "starts")}: {requests:F3} x requests, {times:F3} x time "
                    + $"(at most {outcomes.Max(one => one.Time):F3}), {ofNeeded:F3} x time of those needed");

                Assert.InRange(requests, 1, mostRequests);
                Assert.InRange(times, 1, mostTime);
                Assert.InRange(ofNeeded, 0, mostOfNeeded);
                // A page is a random sample.
                Assert.InRange(outcomes.Max(one => one.Requests), 1, mostRequests + 0.1);
                Assert.InRange(outcomes.Max(one => one.Time), 1, mostTime + 0.3);
                Assert.All(outcomes, one => Assert.Equal(0, one.Refused));
            }
        }
    }

    private static Outcome Read(int count, Shape shape, bool isOverlap, double latency, int seed)
    {
        Absence[] all = Company(count, s_months[shape], seed);
        var simulation = new WalkSimulation(window => Rows(all, window, isOverlap)) { Latency = latency };

        double seconds = simulation.Read(Plan(all));

        int fewest = (Touching(all, new DayWindow(s_newYear, s_newYearsEve)) + 99) / 100;
        return new Outcome(
            (double)simulation.Requests / fewest, seconds / simulation.Ideal(simulation.Requests),
            seconds / (latency + (fewest / simulation.Rate)), simulation.Refused);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(180)]
    [InlineData(600)]
    public void A_small_company_is_not_divided_into_many_windows(int count)
    {
        Absence[] all = Company(count, s_months[Shape.WholeYear], seed: 1);
        var simulation = new WalkSimulation(window => Touching(all, window));

        simulation.Read(Plan(all));

        int fewest = (Touching(all, new DayWindow(s_newYear, s_newYearsEve)) + 99) / 100;
        output.WriteLine($"{simulation.Requests} for {fewest}");
        Assert.InRange(simulation.Requests, fewest, fewest + 5);
    }

    [Theory]
    [InlineData(3272, 0.05, 0.009)]
    [InlineData(3272, 0.12, 0.009)]
    [InlineData(2300, 0.12, 0.009)]
    [InlineData(5200, 0.12, 0.009)]
    [InlineData(800, 0.12, 0.009)]
    [InlineData(3272, 0.25, 0.009)]
    [InlineData(3272, 0.3, 0.009)]
    public void A_month_of_attendance_keeps_the_bucket_busy_although_every_further_page_is_slower(
        int rowsOfDay, double latency, double deeper)
    {
        var simulation = new WalkSimulation(window => Attendance(window, rowsOfDay))
        {
            Latency = latency, Deeper = deeper,
        };
        var july = new DayWindow(new DateTime(2026, 7, 1), new DateTime(2026, 7, 31));

        double seconds = simulation.Read(new ShortRowPlanner(july.First, july.Last, july.Last!.Value));

        double fewest = Math.Ceiling(Attendance(july, rowsOfDay) / 100.0);
        output.WriteLine(
            $"{simulation.Requests} requests, {simulation.Requests / fewest:F3} x; {seconds:F2} s, "
            + $"{seconds / simulation.Ideal(simulation.Requests):F3} x");
        Assert.InRange(simulation.Requests / fewest, 1, 1.05);
        Assert.InRange(seconds / simulation.Ideal(simulation.Requests), 1, 1.1);
    }

    private static LongRowPlanner Plan(Absence[] all) => new(
        s_newYear, s_newYearsEve, s_newYear, minDays: 14,
        DayDensity.From(s_newYear, s_newYearsEve, all.Take(100).Select(one => (DateTime?)one.First)),
        DayOfWeek.Saturday);

    // Windows after the first are requested by the start alone; some servers read that as a request for all overlapping
    // rows as well.
    private static int Rows(Absence[] all, DayWindow window, bool isOverlap) => isOverlap || window.IsFirst
        ? Touching(all, window)
        : all.Count(one => one.First <= window.Last!.Value.AddDays(1) && one.First >= window.First.AddDays(-1));

    // A few people work on weekends.
    private static int Attendance(DayWindow window, int rowsOfDay) => Enumerable.Range(0, window.Days!.Value)
        .Select(day => window.First.AddDays(day).DayOfWeek)
        .Sum(day => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? rowsOfDay / 40 : rowsOfDay);

    // As Personio reads the filters: all that touch the days, and one day more before and after because of time zones.
    private static int Touching(Absence[] all, DayWindow window) => all.Count(one =>
        one.First <= window.Last!.Value.AddDays(1) && one.Last >= window.First.AddDays(-1));

    // CA5394: repeatable randomness is intended.
#pragma warning disable CA5394
    private static Absence[] Company(int count, int[] months, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            int at = random.Next(months.Sum());
            int month = 0;
            while (at >= months[month])
            {
                at -= months[month++];
            }

            DateTime first = new DateTime(2026, month + 1, 1).AddDays(random.Next(28));
            // Four of ten begin on a Monday, the others on other working days.
            int workday = random.Next(10) < 4 ? 0 : random.Next(1, 5);
            first = first.AddDays(workday - (((int)first.DayOfWeek + 6) % 7));
            int days = random.Next(100) switch
            {
                < 50 => random.Next(1, 4),
                < 80 => 5 - workday,
                < 92 => 12 - workday,
                < 98 => 19 - workday,
                _ => 150,
            };
            return new Absence(first, first.AddDays(days - 1));
        })];
    }
#pragma warning restore CA5394

    private readonly record struct Outcome(double Requests, double Time, double TimeOfNeeded, int Refused);

    private readonly record struct Absence(DateTime First, DateTime Last);
}
