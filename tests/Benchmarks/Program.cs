using System.Diagnostics;
using System.Globalization;
using Personio.Benchmarks;
using Personio.Benchmarks.Bare;

// Output is read by people and compared, so it must be the same on every computer.
CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");

if (args is ["persons", string path])
{
    await PersonsToCsv.RunAsync(path);
    using var me = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"measured 0 {me.TotalProcessorTime.TotalSeconds} {me.PeakWorkingSet64}"));
    return 0;
}

(string Name, Func<Bench, Task> Run)[] parts =
[
    ("employments", Paced.EmploymentsAsync),
    ("attendance", Paced.AttendanceAsync),
    ("absences", Paced.AbsencesAsync),
    ("breakdowns", Paced.BreakdownsAsync),
    ("requests", Needs.AllAsync),
    ("neighbor", Paced.NeighborAsync),
    ("persons", Unpaced.PersonsAsync),
    ("users", Unpaced.UsersAsync),
    ("memory", Unpaced.MemoryAsync),
    ("import", Unpaced.ImportAsync),
    ("consumer", Unpaced.ConsumerAsync),
];

Dictionary<string, string> options = args
    .Select(arg => arg.Split('=', 2))
    .ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "");
if (!options.TryGetValue("--manifest", out string? manifest))
{
    Console.Error.WriteLine("Started by: build.ps1 -Task Benchmark [-Quick] [-Only part, part]");
    Console.Error.WriteLine($"Parts: {string.Join(", ", parts.Select(part => part.Name))}");
    return 2;
}

string[] only = (options.GetValueOrDefault("--only") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
if (only.Except(parts.Select(part => part.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no part '{unknown}': {string.Join(", ", parts.Select(part => part.Name))}");
    return 2;
}

bool isQuick = options.ContainsKey("--quick");
// The docs are not in a package.
string home = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
string root = Path.GetFullPath(options.GetValueOrDefault("--root") ?? home);
string folder = Path.GetFullPath(options.GetValueOrDefault("--out") ?? Path.Combine(root, "out", "benchmarks"));
Directory.CreateDirectory(folder);
Engine engine = await Engine.AskAsync(options.GetValueOrDefault("--pwsh") ?? "pwsh");
Console.WriteLine(engine.ToString());
var report = new Report(folder, isQuick, engine, new Kept(Path.Combine(root, "docs"), isQuick, engine));
var bench = new Bench(
    new Worker(Path.GetFullPath(manifest), engine),
    report,
    Path.Combine(home, "bin", "Personio.Sandbox.dll"),
    folder,
    isQuick);
try
{
    foreach ((string name, Func<Bench, Task> run) in parts)
    {
        if (only.Length == 0 || only.Contains(name))
        {
            await run(bench);
        }
    }

    report.Write(options.ContainsKey("--keep"), only.Length == 0);
    return 0;
}
catch (InvalidOperationException fault)
{
    // The measured code failed; the sandbox of that part has already ended.
    Console.Error.WriteLine(fault.Message);
    return 1;
}
