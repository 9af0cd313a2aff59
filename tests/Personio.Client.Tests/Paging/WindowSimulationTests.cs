using Personio.Client.Tests.Support;
using Xunit.Abstractions;

namespace Personio.Client.Tests.Paging;

/// <summary>Requests and time of listings over days, beside the fewest requests that hold all rows.</summary>
public sealed class WindowSimulationTests(ITestOutputHelper output)
{
    private static readonly DateTime s_newYear = new(2026, 1, 1);
    private static readonly DateTime s_newYearsEve = new(2026, 12, 31);

    // How many absences begin in a month, of a hundred.
    private static readonly Dictionary<Shape, int[]> s_months = new()
    {
        [Shape.WholeYear] = [5, 6, 6, 8, 9, 9, 16, 17, 7, 7, 4, 6],
        [Shape.DeepSummer] = [3, 4, 4, 5, 6, 10, 24, 26, 6, 4, 3, 5],
        // What is planned fades out.
        [Shape.KnownUntilAugust] = [7, 15, 22, 19, 15, 13, 6, 2, 1, 0, 0, 0],
    };

    /// <summary>How absences are spread over a year.</summary>
    public enum Shape
    {
        WholeYear,
        DeepSummer,
        KnownUntilAugust,
    }

    // What is asked for is a bound of 1.15 for all of them; where it cannot be kept, the figure that is.
    public static TheoryData<int, Shape, bool, double, double, double> Years()
    {
        var rows = new TheoryData<int, Shape, bool, double, double, double>();
        foreach (int count in new[] { 3500, 5349, 9000, 20000 })
        foreach (Shape shape in Enum.GetValues<Shape>())
        foreach (bool isOverlap in new[] { true, false })
        foreach (double latency in new[] { 0.05, 0.12, 0.2, 0.3 })
            rows.Add(count, shape, isOverlap, latency, 1.15, 1.15);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_year_of_absences_takes_little_more_than_the_pages_that_hold_them(
        int count, Shape shape, bool isOverlap, double latency, double mostRequests, double mostTime)
    {
        double[] requests = new double[20];
        double[] times = new double[20];
        double[] literal = new double[20];
        int refused = 0;
        for (int seed = 0; seed < requests.Length; seed++)
        {
            Absence[] all = Company(count, s_months[shape], seed);
            var simulation = new WalkSimulation(window => Rows(all, window, isOverlap)) { Latency = latency };

            double seconds = simulation.Read(Plan(all, latency));

            int fewest = (Touching(all, new DayWindow(s_newYear, s_newYearsEve)) + 99) / 100;
            requests[seed] = (double)simulation.Requests / fewest;
            times[seed] = seconds / simulation.Ideal(simulation.Requests);
            literal[seed] = seconds / (latency + (fewest / simulation.Rate));
            refused += simulation.Refused;
            output.WriteLine(
                $"{seed}: {simulation.Requests} requests, {requests[seed]:F3} x; {seconds:F2} s, {times[seed]:F3} x; "
                + $"{string.Join(' ', simulation.Windows.Select(one => one.Days))}");
        }

        output.WriteLine($"all: {count} {shape} {(isOverlap ? "over" : "comp")} {latency:F2}: {requests.Average():F3} x, {requests.Max():F3} x; {times.Average():F3} x, {times.Max():F3} x; {literal.Average():F3} {literal.Max():F3}; {refused}");
        Assert.InRange(requests.Average(), 1, mostRequests);
        Assert.InRange(times.Average(), 1, mostTime);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(180)]
    [InlineData(600)]
    public void A_small_company_is_not_cut_into_many_windows(int count)
    {
        Absence[] all = Company(count, s_months[Shape.WholeYear], seed: 1);
        var simulation = new WalkSimulation(window => Touching(all, window));

        simulation.Read(Plan(all, simulation.Latency));

        int fewest = (Touching(all, new DayWindow(s_newYear, s_newYearsEve)) + 99) / 100;
        output.WriteLine($"{simulation.Requests} for {fewest}");
        Assert.InRange(simulation.Requests, fewest, fewest + 5);
    }

    [Theory]
    [InlineData(3272, 0.12, 0.009)]
    [InlineData(2300, 0.12, 0.009)]
    [InlineData(5200, 0.12, 0.009)]
    [InlineData(800, 0.12, 0.009)]
    [InlineData(3272, 0.25, 0.009)]
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

    private static LongRowPlanner Plan(Absence[] all, double latency) => new(
        s_newYear, s_newYearsEve, s_newYear, least: 14,
        DayDensity.From(s_newYear, s_newYearsEve, all.Take(100).Select(one => (DateTime?)one.First)),
        DayOfWeek.Saturday, TimeSpan.FromSeconds(latency));

    // Windows after the first are asked for by the start alone, which some read as another way to ask for all that
    // overlap.
    private static int Rows(Absence[] all, DayWindow window, bool isOverlap) => isOverlap || window.IsFirst
        ? Touching(all, window)
        : all.Count(one => one.First <= window.Last!.Value.AddDays(1) && one.First >= window.First.AddDays(-1));

    // On weekends a few work.
    private static int Attendance(DayWindow window, int rowsOfDay) => Enumerable.Range(0, window.Days!.Value)
        .Select(day => window.First.AddDays(day).DayOfWeek)
        .Sum(day => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? rowsOfDay / 40 : rowsOfDay);

    // As Personio reads the filters: all that touch the days, and one day more before and after because of time zones.
    private static int Touching(Absence[] all, DayWindow window) => all.Count(one =>
        one.First <= window.Last!.Value.AddDays(1) && one.Last >= window.First.AddDays(-1));

    // CA5394: chance that can be repeated is the point.
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

    private readonly record struct Absence(DateTime First, DateTime Last);
}
