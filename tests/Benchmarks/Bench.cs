namespace Personio.Benchmarks;

/// <summary>Shared by all parts of the benchmark.</summary>
/// <param name="Worker">Starts the measured processes.</param>
/// <param name="Report">Collects the results.</param>
/// <param name="Sandbox">The path of Personio.Sandbox.dll.</param>
/// <param name="Folder">Where files may be written.</param>
/// <param name="IsQuick">Whether sizes are small.</param>
internal sealed record Bench(Worker Worker, Report Report, string Sandbox, string Folder, bool IsQuick)
{
    // Setting A: known properties of the real service.
    public const int Latency = 120;

    private static readonly string[] s_real =
    [
        "--latency", "120", "--deep-page-delay", "9", "--deep-page-maximum", "600", "--rate-limits",
        "--shared-persons-rate",
    ];

    /// <summary>The minimum response time in setting A, in seconds.</summary>
    public static double LatencySeconds => Latency / 1000.0;

    public int Size(int full, int quick) => IsQuick ? quick : full;

    /// <summary>A file of this name among the results.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Setting A: a tenant as slow and as strict as the real one.</summary>
    public Task<Tenant> StartRealAsync(params string[] knobs) => Tenant.StartAsync(Sandbox, [.. s_real, .. knobs]);

    /// <summary>Setting B: a tenant that responds immediately and refuses nothing.</summary>
    public Task<Tenant> StartFastAsync(params string[] knobs) => Tenant.StartAsync(Sandbox, knobs);

    /// <summary>Runs a script; an error ends the benchmark.</summary>
    public async Task<Run> RunAsync(Tenant tenant, string side, string? job, string arguments = "") =>
        Checked(await Worker.ScriptAsync(tenant, side, job, arguments));

    /// <summary>Runs all of them in turn, so that disturbances of the machine affect all alike.</summary>
    /// <returns>The runs of each.</returns>
    public static async Task<Run[][]> AlternateAsync(int rounds, params Func<Task<Run>>[] jobs)
    {
        var runs = new Run[jobs.Length][];
        for (int job = 0; job < jobs.Length; job++)
        {
            runs[job] = new Run[rounds];
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int job = 0; job < jobs.Length; job++)
            {
                runs[job][round] = Checked(await jobs[job]());
            }
        }

        return runs;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Run Checked(Run run) => run.Fault is null ? run : throw new InvalidOperationException(run.Fault);
}
