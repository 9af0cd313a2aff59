using System.Text.Json;
using Personio.Benchmarks.Bare;

namespace Personio.Benchmarks;

/// <summary>
/// Setting A: how close the module comes to what the buckets of the service permit. This measures the command
/// alone, in a new PowerShell that has connected.
/// </summary>
internal static class Paced
{
    public static async Task EmploymentsAsync(Bench bench)
    {
        int persons = bench.Size(700, 200);
        using Tenant tenant = await bench.StartRealAsync("--persons", $"{persons}");
        string what = $"Employments of {persons} persons";
        (Run module, Traffic traffic) = await MeasureAsync(bench, tenant, "module", "employments");
        AgainstBuckets(bench, what, module, traffic, 1.10);
        // A page holds fifty persons.
        bench.Report.Needed(what, traffic, persons + Pages(2 * persons), 1.01);

        // Starts with a full bucket again; the script is never fast enough to empty it.
        await Task.Delay(TimeSpan.FromSeconds(4));
        (Run script, Traffic scripted) = await MeasureAsync(bench, tenant, "rest", "employments");
        string mine = bench.File("employments.module.csv");
        int rows = new CsvFile(mine).Count;
        int scriptRows = new CsvFile(bench.File("employments.rest.csv")).Count;
        bench.Report.Ratio(
            $"{what}: the script", Seconds(module.Seconds), Seconds(script.Seconds), 4, atMost: false, scripted,
            script.PeakMegabytes);
        bench.Report.Holds($"{what}: rows", $"{rows}", $"as the script: {scriptRows}", rows == scriptRows);
    }

    public static async Task AttendanceAsync(Bench bench)
    {
        using Tenant tenant = await bench.StartRealAsync(
            "--persons", $"{bench.Size(1500, 200)}", "--attendance-days", "31", "--attendance-rows", "4");
        (Run module, Traffic traffic) = await MeasureAsync(bench, tenant, "module", "attendance");
        var file = new CsvFile(bench.File("attendance.module.csv"));
        string what = $"A month of attendance, {file.Count} rows";
        AgainstBuckets(bench, what, module, traffic, 1.15);
        string[] wanted = await IdsAsync(tenant, "v2/attendance-periods", row =>
            DayOf(row.GetProperty("attribution_date")) is { Year: 2026, Month: 7 });
        // A month of few persons has few pages, and the last page of each window is not full.
        bench.Report.Needed(what, traffic, Pages(wanted.Length), bench.IsQuick ? 1.1 : 1.05);
        CheckRows(bench, what, file["AttendancePeriodId"], wanted, file.Moments("AttributionDate"));
    }

    public static async Task AbsencesAsync(Bench bench)
    {
        using Tenant tenant = await bench.StartRealAsync("--persons", "1500");
        (Run module, Traffic traffic) = await MeasureAsync(bench, tenant, "module", "absences");
        var file = new CsvFile(bench.File("absences.module.csv"));
        string what = $"A year of absences, {file.Count} rows";
        AgainstBuckets(bench, what, module, traffic, 1.15);
        string[] wanted = await IdsAsync(tenant, "v2/absence-periods", row =>
            DayOf(row.GetProperty("starts_from")) <= new DateOnly(2026, 12, 31)
            // The midnight after the last day.
            && (DayOf(row.GetProperty("ends_at")) ?? DateOnly.MaxValue) > new DateOnly(2026, 1, 1));
        // One more for the types, whose names are in the rows.
        bench.Report.Needed(what, traffic, Pages(wanted.Length) + 1, 1.15);
        CheckRows(bench, what, file["AbsencePeriodId"], wanted, file.Moments("StartDate"));
    }

    public static async Task BreakdownsAsync(Bench bench)
    {
        int absences = bench.Size(300, 80);
        using Tenant tenant = await bench.StartRealAsync("--persons", "400");
        (Run module, Traffic traffic) = await MeasureAsync(
            bench, tenant, "module", "breakdowns", $"First = {absences}");
        string what = $"Breakdowns of {absences} absences";
        AgainstBuckets(bench, what, module, traffic, 1.15);
        // One more for the types; a long absence has several pages of days.
        bench.Report.Needed(what, traffic, Pages(absences) + absences + 1, 1.05);
    }

    /// <summary>The module next to another program that takes half of the bucket.</summary>
    public static async Task NeighborAsync(Bench bench)
    {
        int persons = bench.Size(700, 200);
        await NextToAsync(
            bench, $"Employments of {persons} persons beside another program", "employments", "",
            "/v2/persons", _ => "v2/persons/4100/employments", "--persons", $"{persons}");
        int absences = bench.Size(200, 60);
        await NextToAsync(
            bench, $"Breakdowns of {absences} absences beside another program", "breakdowns", $"First = {absences}",
            "/v2/absence-periods/{id}/breakdowns", id => $"v2/absence-periods/{id}/breakdowns", "--persons", "400");
    }

    private static async Task NextToAsync(
        Bench bench, string what, string job, string arguments, string bucket, Func<string, string> address,
        params string[] knobs)
    {
        using Tenant tenant = await bench.StartRealAsync(knobs);
        using BareApi api = await tenant.LoginAsync();
        double rate = Traffic.RateOf(bucket);
        string absence = (await IdsAsync(tenant, "v2/absence-periods", _ => true))[0];
        Run module;
        Traffic traffic;
        await using (var neighbor = new Neighbor(api, address(absence), rate / 2))
        {
            neighbor.Start();
            (module, traffic) = await MeasureAsync(bench, tenant, "module", job, arguments, mayFail: true);
        }

        bench.Report.Holds(
            $"{what}: the command", module.Fault ?? "did not fail", "does not fail", module.Fault is null);
        Sent[] shared = [.. traffic.Requests.Where(one => one.Bucket == bucket)];
        Sent[] own = [.. shared.Where(one => one.Agent != BareApi.Agent)];
        (DateTimeOffset from, DateTimeOffset to) = (own.Min(one => one.At), own.Max(one => one.At));
        Sent[] meanwhile = [.. shared.Where(one => one.At >= from && one.At <= to)];
        double seconds = (to - from).TotalSeconds;
        double permitted = Traffic.BurstOf(bucket) + (rate * seconds);
        int allowed = meanwhile.Count(one => one.Status != 429);
        bench.Report.Ratio(
            $"{what}: share of the bucket that both use in {Report.Seconds(seconds)}",
            ($"{allowed} requests", permitted), (Report.Text($"{permitted:F0} permitted"), allowed), 0.9, atMost: false,
            new Traffic(meanwhile), module.PeakMegabytes);
        bench.Report.AtMost($"{what}: refused of both", Percent(meanwhile), 1, "%");
        bench.Report.AtMost($"{what}: refused of the module", Percent(own), 1, "%");
    }

    private static double Percent(Sent[] requests) =>
        100.0 * requests.Count(one => one.Status == 429) / Math.Max(1, requests.Length);

    private static async Task<(Run Run, Traffic Traffic)> MeasureAsync(
        Bench bench, Tenant tenant, string side, string job, string arguments = "", bool mayFail = false)
    {
        await tenant.ForgetAsync();
        arguments = $"Path = '{bench.File($"{job}.{side}.csv")}'; {arguments}";
        Run run = mayFail
            ? await bench.Worker.ScriptAsync(tenant, side, job, arguments)
            : await bench.RunAsync(tenant, side, job, arguments);
        bench.Report.Keep($"{job}, {side}", [run]);
        return (run, await tenant.TrafficAsync());
    }

    private static void AgainstBuckets(Bench bench, string what, Run module, Traffic traffic, double limit)
    {
        double ideal = traffic.IdealSeconds(Bench.LatencySeconds);
        bench.Report.Ratio(
            what, Seconds(module.Seconds), ($"buckets: {Report.Seconds(ideal)}", ideal), limit, traffic: traffic,
            peak: module.PeakMegabytes);
        bench.Report.AtMost($"{what}: refused", traffic.Refused, 0);
    }

    // The page size of most lists.
    private static int Pages(int rows) => (rows + 99) / 100;

    private static void CheckRows(
        Bench bench, string what, IEnumerable<string> ids, string[] wanted, IEnumerable<DateTime> days)
    {
        string[] found = [.. ids];
        int doubled = found.Length - found.Distinct().Count();
        int lost = wanted.Except(found).Count();
        int strange = found.Except(wanted).Count();
        bench.Report.Holds(
            $"{what}: against the tenant", $"{lost} lost, {doubled} doubled, {strange} strange", "none",
            lost + doubled + strange == 0);
        DateTime[] order = [.. days];
        bool isOrdered = order.SequenceEqual(order.Order());
        bench.Report.Holds($"{what}: order", isOrdered ? "by date" : "not by date", "by date", isOrdered);
    }

    /// <summary>The ids of the rows of a list, read without the module and without limits.</summary>
    private static async Task<string[]> IdsAsync(Tenant tenant, string address, Func<JsonElement, bool> isWanted)
    {
        await tenant.TurnAsync(new { latency = 0, deepPageDelay = 0, rateLimits = false });
        using BareApi api = await tenant.LoginAsync();
        var ids = new List<string>();
        await foreach (JsonElement row in api.RowsAsync(address))
        {
            if (isWanted(row))
            {
                ids.Add(row.GetProperty("id").GetString()!);
            }
        }

        await tenant.TurnAsync(new { latency = Bench.Latency, deepPageDelay = 9, rateLimits = true });
        return [.. ids];
    }

    /// <summary>The day of a text, or of the date_time in an object; null if there is no day.</summary>
    private static DateOnly? DayOf(JsonElement moment) => moment.ValueKind switch
    {
        JsonValueKind.String => DateOnly.ParseExact(moment.GetString()![..10], "yyyy-MM-dd"),
        JsonValueKind.Object => DayOf(moment.GetProperty("date_time")),
        _ => null,
    };

    private static (string Text, double Value) Seconds(double seconds) => (Report.Seconds(seconds), seconds);
}
