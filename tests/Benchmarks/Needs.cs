using System.Text.Json;
using Personio.Benchmarks.Bare;

namespace Personio.Benchmarks;

/// <summary>
/// How many requests a job sends compared with the minimum, for jobs that no rate limit applies to. Jobs whose time is
/// measured against the buckets report their requests there.
/// </summary>
internal static class Needs
{
    private const int PersonsPage = 50;
    private const int Page = 100;

    // Departments, teams, workplaces, cost centers and legal entities, each of which fits on one page.
    private const int NameLists = 5;

    public static async Task AllAsync(Bench bench)
    {
        int persons = bench.Size(400, 120);
        using Tenant tenant = await bench.StartFastAsync("--persons", $"{persons}");
        int pages = Pages(persons, PersonsPage);
        // One more for the catalog, which has the labels of custom attributes.
        await MeasureAsync(bench, tenant, $"{persons} persons", "persons", "", pages + 1);
        await MeasureAsync(
            bench, tenant, $"{persons} employees", "employees", "", pages + persons + NameLists);
        await MeasureAsync(
            bench, tenant, $"{persons} employees, -Quick", "employees", "Quick = $true", Pages(persons, Page));

        DateOnly[] months = [new(2026, 5, 1), new(2026, 6, 1), new(2026, 7, 1)];
        int pay = 0;
        foreach (DateOnly first in months)
        {
            // One after the other: a company may have two such requests in progress.
            pay += Pages(
                await CountAsync(
                    tenant, $"v2/compensations?start_date={Day(first)}&end_date={Day(first.AddMonths(1).AddDays(-1))}"),
                Page);
        }

        await MeasureAsync(
            bench, tenant, $"Compensations of {persons} persons, three months", "compensations",
            $"From = '{Day(months[0])}'; To = '{Day(months[^1].AddMonths(1).AddDays(-1))}'",
            pay);
        await NamesAsync(bench, tenant);
    }

    private static async Task NamesAsync(Bench bench, Tenant tenant)
    {
        CsvFile file = await MeasureAsync(
            bench, tenant, "Absences of a day with names, three times", "names", "Day = '2026-07-15'", rows =>
                (3 * Pages(rows.Count / 3, Page))
                + Pages(rows["PersonId"].Distinct().Count(), PersonsPage)
                // The types, and the proof of how the company writes last days.
                + 2);
        bench.Report.Holds(
            "Absences of a day with names, three times: named",
            file["PersonName"].All(name => name.Length > 0) ? "all" : "not all",
            "all", file["PersonName"].All(name => name.Length > 0));
    }

    private static Task<CsvFile> MeasureAsync(
        Bench bench, Tenant tenant, string what, string job, string arguments, int fewest) =>
        MeasureAsync(bench, tenant, what, job, arguments, _ => fewest);

    private static async Task<CsvFile> MeasureAsync(
        Bench bench, Tenant tenant, string what, string job, string arguments, Func<CsvFile, int> fewest)
    {
        await tenant.ForgetAsync();
        string path = bench.File($"{job}.needs.csv");
        await bench.RunAsync(tenant, "module", job, $"Path = '{path}'; {arguments}");
        var file = new CsvFile(path);
        bench.Report.Needed(what, await tenant.TrafficAsync(), fewest(file), 1.05);
        return file;
    }

    private static async Task<int> CountAsync(Tenant tenant, string address)
    {
        using BareApi api = await tenant.LoginAsync();
        int count = 0;
        await foreach (JsonElement _ in api.RowsAsync(address))
        {
            count++;
        }

        return count;
    }

    private static int Pages(int rows, int size) => (rows + size - 1) / size;

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
