using System.Diagnostics;
using System.Globalization;

namespace Personio.Benchmarks;

/// <summary>The result of one process.</summary>
/// <param name="WallSeconds">From its start to its end.</param>
/// <param name="Seconds">The job alone, by its own clock; the whole process if it has none.</param>
/// <param name="CpuSeconds">Processor time of the whole process, which other programs disturb least; 0 if it was not
/// reported.</param>
/// <param name="PeakBytes">The peak memory; 0 if it was not reported.</param>
/// <param name="Said">The output of the job: a number or nothing.</param>
/// <param name="Fault">What went wrong, or null.</param>
internal sealed record Run(
    double WallSeconds, double Seconds, double CpuSeconds, long PeakBytes, string Said, string? Fault)
{
    public double PeakMegabytes => PeakBytes / 1048576.0;
}

/// <summary>Starts the measured programs, each in a new process.</summary>
/// <param name="manifest">The built module.</param>
/// <param name="engine">The PowerShell to run it in.</param>
/// <param name="variables">Further environment variables of the processes.</param>
internal sealed class Worker(string manifest, Engine engine, IReadOnlyDictionary<string, string>? variables = null)
{
    private static readonly Dictionary<string, string> s_none = [];
    private static readonly Engine s_noEngine = new("", [], "", false);
    private static readonly string s_scripts = Path.Combine(AppContext.BaseDirectory, "scripts");

    /// <summary>The same with an additional environment variable.</summary>
    public Worker With(string name, string value) =>
        new(manifest, engine, new Dictionary<string, string> { [name] = value });

    /// <summary>Runs a script of the folder scripts, for example <c>module/persons</c>; null only connects.</summary>
    public Task<Run> ScriptAsync(Tenant tenant, string side, string? job, string arguments = "")
    {
        string measure = Path.Combine(s_scripts, "measure.ps1");
        string prepare = Path.Combine(s_scripts, side, "connect.ps1");
        string path = job is null ? "" : Path.Combine(s_scripts, side, job + ".ps1");
        return PowerShellAsync(
            $"& '{measure}' -Prepare '{prepare}' -Job '{path}' -Argument @{{ {arguments} }}", tenant);
    }

    /// <summary>Runs a command in a new PowerShell process.</summary>
    public Task<Run> PowerShellAsync(string command, Tenant? tenant = null) =>
        RunAsync(engine.Program, [.. engine.First, "-NoProfile", "-NonInteractive", "-Command", command], tenant);

    /// <summary>Runs one of the bare programs of this assembly.</summary>
    public static Task<Run> BareAsync(Tenant tenant, params string[] arguments) =>
        new Worker("", s_noEngine).RunAsync("dotnet", [typeof(Worker).Assembly.Location, .. arguments], tenant);

    private async Task<Run> RunAsync(string program, string[] arguments, Tenant? tenant)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PERSONIO_BENCHMARK_MANIFEST"] = manifest;
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        foreach ((string name, string value) in (tenant?.Login ?? s_none).Concat(variables ?? s_none))
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using Process process = Children.Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double wall = watch.Elapsed.TotalSeconds;
        Children.End(process);
        string? fault = process.ExitCode != 0 || (await errors).Length > 0
            ? $"{program} {arguments[^1]} ended with {process.ExitCode}: {await errors}"
            : null;
        return Read(output, wall, fault);
    }

    private static Run Read(string output, double wall, string? fault)
    {
        string[] words = output.Split('\n').Select(line => line.Trim())
            .LastOrDefault(line => line.StartsWith("measured ", StringComparison.Ordinal))?.Split(' ') ?? [];
        return words.Length < 4
            ? new Run(wall, wall, 0, 0, "", fault)
            : new Run(
                wall,
                double.Parse(words[1], CultureInfo.InvariantCulture),
                double.Parse(words[2], CultureInfo.InvariantCulture),
                long.Parse(words[3], CultureInfo.InvariantCulture),
                words.Length > 4 ? words[4] : "",
                fault);
    }
}
