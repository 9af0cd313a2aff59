using Personio.Benchmarks.Bare;

namespace Personio.Benchmarks;

/// <summary>Setting B: the cost of the module itself, without network delays and rate limits.</summary>
internal static class Unpaced
{
    private const double Megabyte = 1048576;

    // This many short exports have as many rows as the long one.
    private const int Times = 8;

    /// <summary>Persons to a CSV file: whole processes, including startup.</summary>
    public static async Task PersonsAsync(Bench bench)
    {
        int persons = bench.Size(20_000, 3_000);
        using Tenant tenant = await bench.StartFastAsync("--persons", $"{persons}");
        double floor = await CeilingAsync(bench, tenant, "v2/persons?limit=50", "persons", persons);
        string mine = bench.File("persons.module.csv");
        string bare = bench.File("persons.bare.csv");
        Run[][] runs = await Bench.AlternateAsync(
            bench.Size(5, 3),
            () => bench.RunAsync(tenant, "module", "persons", $"Path = '{mine}'"),
            () => Worker.BareAsync(tenant, "persons", bare),
            () => bench.RunAsync(tenant, "rest", "persons", $"Path = '{bench.File("persons.rest.csv")}'"),
            () => bench.RunAsync(tenant, "module", "personsonly"),
            () => bench.RunAsync(tenant, "module", null));
        string what = $"{persons} persons to CSV";
        (string Text, double Value)[] walls = [.. runs.Select(one => Seconds(one, run => run.WallSeconds))];
        double[] peaks = [.. runs.Select(one => Bench.Median(one.Select(run => run.PeakMegabytes)))];
        bench.Report.Ratio($"{what}: bare C#", walls[0], walls[1], 1.6, peak: peaks[0]);
        bench.Report.Ratio($"{what}: the script", walls[0], walls[2], 2.5, atMost: false, peak: peaks[2]);
        (string Text, double Value)[] cpu = [.. runs.Select(one => Seconds(one, run => run.CpuSeconds))];
        bench.Report.Inform(
            $"{what}: processor time", cpu[0].Text, $"bare {cpu[1].Text}",
            Report.Text($"{cpu[0].Value / cpu[1].Value:F2} x"));
        double own = cpu[3].Value - cpu[4].Value;
        bench.Report.Ratio(
            $"{persons} persons without Export-Csv: processor time above connecting alone", (Report.Seconds(own), own),
            ($"bare {cpu[1].Text}", cpu[1].Value), 1.3, peak: peaks[3]);
        bool isSame = File.ReadAllBytes(mine).AsSpan().SequenceEqual(File.ReadAllBytes(bare));
        bench.Report.Holds(
            $"{what}: the files", isSame ? "the same bytes" : "differ", "the same as of bare C#", isSame);
        bench.Report.Inform(
            $"{what}: share of the sandbox", Report.Seconds(floor), $"module {walls[0].Text}",
            Report.Text($"{100 * floor / walls[0].Value:F0} %"));
        bench.Report.Keep("persons, module", runs[0]);
        bench.Report.Keep("persons, bare", runs[1]);
        bench.Report.Keep("persons, rest", runs[2]);
        bench.Report.Keep("persons without Export-Csv", runs[3]);
        bench.Report.Keep("persons, connecting alone", runs[4]);
    }

    /// <summary>Users to a CSV file, compared with a plain script; and the memory for many and for few users.</summary>
    public static async Task UsersAsync(Bench bench)
    {
        int persons = bench.Size(20_000, 3_000);
        using Tenant many = await bench.StartFastAsync("--persons", $"{persons}", "--pingone");
        using Tenant few = await bench.StartFastAsync("--persons", "1000", "--pingone");
        string path = bench.File("users.module.csv");
        Run[][] runs = await Bench.AlternateAsync(
            bench.Size(5, 3),
            () => bench.RunAsync(many, "pingone", "users", $"Path = '{path}'"),
            () => bench.RunAsync(many, "pingone-rest", "users", $"Path = '{bench.File("users.rest.csv")}'"),
            () => bench.RunAsync(few, "pingone", "users", $"Path = '{bench.File("users.few.csv")}'"));
        string what = $"{new CsvFile(path).Count} users of PingOne to CSV";
        (string Text, double Value)[] walls = [.. runs.Select(one => Seconds(one, run => run.WallSeconds))];
        double[] peaks = [.. runs.Select(one => Bench.Median(one.Select(run => run.PeakMegabytes)))];
        bench.Report.Ratio($"{what}: the script", walls[0], walls[1], 1.5, atMost: false, peak: peaks[0]);
        bench.Report.Difference($"Peak memory: {what}, above 1,000 persons", peaks[0], peaks[2], 30, "MB", peaks[0]);
        bench.Report.Keep("users, module", runs[0]);
        bench.Report.Keep("users, rest", runs[1]);
    }

    /// <summary>The memory of a long export compared with a short one and with an idle PowerShell.</summary>
    public static async Task MemoryAsync(Bench bench)
    {
        int persons = bench.Size(1_800, 600);
        using Tenant tenant = await bench.StartFastAsync(
            "--persons", $"{persons}", "--attendance-days", "31", "--attendance-rows", "3");
        double floor = await CeilingAsync(bench, tenant, "v2/attendance-periods?limit=100", "attendance", 0);

        // The size of generation 0 depends on the processor's cache: 16 MB is that of an ordinary computer.
        const string Cache = "1000000";
        Bench ordinary = bench with { Worker = bench.Worker.With("DOTNET_GCgen0size", Cache) };
        await MemoryAsync(ordinary, tenant, " as with 16 MB of cache");
        (int rows, double wall) = await MemoryAsync(bench, tenant, "");
        bench.Report.Inform(
            $"{rows} rows of attendance to CSV: share of the sandbox", Report.Seconds(floor),
            $"module {Report.Seconds(wall)}", Report.Text($"{100 * floor / wall:F0} %"));
    }

    private static async Task<(int Rows, double WallSeconds)> MemoryAsync(Bench bench, Tenant tenant, string how)
    {
        string path = bench.File("memory.csv");
        string brief = bench.File("memory.short.csv");
        Run[][] runs = await Bench.AlternateAsync(
            bench.Size(3, 1),
            () => bench.RunAsync(tenant, "module", null),
            () => bench.RunAsync(
                tenant, "module", "attendance", $"Path = '{brief}'; From = '2026-07-01'; To = '2026-07-03'"),
            () => bench.RunAsync(tenant, "module", "attendance", $"Path = '{path}'"),
            () => bench.RunAsync(
                tenant, "module", "attendance",
                $"Path = '{brief}'; From = '2026-07-01'; To = '2026-07-03'; Times = {Times}"));
        (int all, int few) = (new CsvFile(path).Count, new CsvFile(brief).Count);
        Run plain = await bench.RunAsync(
            tenant, "module", "plainobjects", $"Path = '{bench.File("plain.csv")}'; Count = {all}");
        double[] peaks = [.. runs.Select(one => Bench.Median(one.Select(run => run.PeakMegabytes)))];
        bench.Report.Difference(
            $"Peak memory{how}: {all} rows of attendance to CSV above an idle PowerShell", peaks[2], peaks[0], 40, "MB",
            peaks[2]);
        bench.Report.Difference(
            $"Peak memory{how}: {all} rows above {few} rows", peaks[2], peaks[1], 10, "MB", peaks[1]);
        // The memory that engine and JIT need for the same work, which no command can avoid.
        bench.Report.Difference(
            $"Peak memory{how}: {all} rows above {Times} times {few} rows", peaks[2], peaks[3], 10, "MB", peaks[3]);
        bench.Report.Difference(
            $"Peak memory{how}: {all} rows above as many plain objects", peaks[2], plain.PeakMegabytes, null, "MB",
            plain.PeakMegabytes);
        bench.Report.Keep($"memory, idle{how}", runs[0]);
        bench.Report.Keep($"memory, few{how}", runs[1]);
        bench.Report.Keep($"memory, all{how}", runs[2]);
        bench.Report.Keep($"memory, {Times} times few{how}", runs[3]);
        return (all, Bench.Median(runs[2].Select(run => run.WallSeconds)));
    }

    /// <summary>The cost of importing compared with an empty binary module.</summary>
    public static async Task ImportAsync(Bench bench)
    {
        using Tenant tenant = await bench.StartFastAsync("--persons", "10");
        string empty = bench.File("Empty.dll");
        File.Delete(empty);
        Run made = await bench.Worker.PowerShellAsync(
            $$"""
            Add-Type -OutputAssembly '{{empty}}' -TypeDefinition @'
            using System.Management.Automation;
            [Cmdlet("Get", "Nothing")] public class GetNothingCommand : PSCmdlet { }
            '@
            """);
        if (made.Fault is not null)
        {
            throw new InvalidOperationException(made.Fault);
        }

        const string Import = "Import-Module $env:PERSONIO_BENCHMARK_MANIFEST";
        const string Tell = """
            ; $me = [System.Diagnostics.Process]::GetCurrentProcess()
            [Console]::Out.WriteLine("measured 0 $($me.TotalProcessorTime.TotalSeconds) $($me.PeakWorkingSet64)")
            """;
        Run[][] runs = await Bench.AlternateAsync(
            bench.Size(15, 5),
            () => bench.Worker.PowerShellAsync($"Import-Module '{empty}'{Tell}"),
            () => bench.Worker.PowerShellAsync(Import + Tell, tenant),
            () => bench.Worker.PowerShellAsync(
                $"{Import}; Connect-Personio; $null = Get-PersonioPerson -First 1{Tell}", tenant));
        double[] walls = [.. runs.Select(one => 1000 * Bench.Median(one.Select(run => run.WallSeconds)))];
        bench.Report.Difference("Import-Module, above an empty module", walls[1], walls[0], 60, "ms");
        bench.Report.Difference(
            "Import, connect, one person, above an empty module", walls[2], walls[0], 250, "ms");
        double[] cpu = [.. runs.Select(one => 1000 * Bench.Median(one.Select(run => run.CpuSeconds)))];
        bench.Report.Difference("Import-Module: processor time above an empty module", cpu[1], cpu[0], null, "ms");
        bench.Report.Difference(
            "Import, connect, one person: processor time above an empty module", cpu[2], cpu[0], null, "ms");
        bench.Report.Keep("import, empty", runs[0]);
        bench.Report.Keep("import, module", runs[1]);
        bench.Report.Keep("import, first person", runs[2]);
    }

    /// <summary>A slow consumer, for which the next page should arrive before the current one is used up.</summary>
    public static async Task ConsumerAsync(Bench bench)
    {
        int pages = bench.Size(20, 8);
        using Tenant tenant = await bench.StartFastAsync("--persons", $"{pages * 50}", "--latency", "120");
        Run run = await bench.RunAsync(tenant, "module", "consumer");
        bench.Report.Keep("consumer", [run]);
        double idle = 1000 * double.Parse(run.Said, System.Globalization.CultureInfo.InvariantCulture);
        // Pages are there in time. The catalog of attributes is requested with the first person that needs it.
        bench.Report.AtMost(
            $"A consumer of 20 ms per object waits for pages 2 to {pages} and the catalog", idle, 2 * Bench.Latency,
            "ms");
    }

    /// <summary>Walks the list once so that the sandbox creates its rows, and then measures a second walk.</summary>
    /// <returns>The seconds a whole walk takes.</returns>
    private static async Task<double> CeilingAsync(Bench bench, Tenant tenant, string address, string what, int rows)
    {
        using BareApi api = await tenant.LoginAsync();
        await Walk.OverAsync(api, address);
        double[] seconds = new double[3];
        Distance way = default;
        for (int i = 0; i < seconds.Length; i++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            way = await Walk.OverAsync(api, address);
            seconds[i] = watch.Elapsed.TotalSeconds;
        }

        double median = Bench.Median(seconds);
        int count = rows > 0 ? rows : way.Pages * 100;
        bench.Report.Inform(
            $"The sandbox alone, one page after another: {what}",
            Report.Text($"{way.Pages / median:F0} requests/s"), Report.Text($"{count / median:F0} rows/s"),
            Report.Text($"{way.Bytes / Megabyte / median:F0} MB/s"));
        return median;
    }

    private static (string Text, double Value) Seconds(Run[] runs, Func<Run, double> what)
    {
        double median = Bench.Median(runs.Select(what));
        return (Report.Seconds(median), median);
    }
}
