using System.Text;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Apply;

/// <summary>Applies plans of a company to a directory in memory, with a log in memory.</summary>
internal sealed class Applied
{
    private readonly StringBuilder _log = new();

    public Applied(Company company)
    {
        Company = company;
        Clock = new ManualClock(company.Now.AddMinutes(5));
        Plan = company.Plan();
        Directory = new MemoryDirectory(company.Accounts);
        Options = new ApplyOptions { Wait = (_, _) => Task.CompletedTask, RunId = "run-1" };
    }

    public Company Company { get; }

    public ManualClock Clock { get; }

    public Lifecycle.Plan Plan { get; }

    public MemoryDirectory Directory { get; }

    public ApplyOptions Options { get; set; }

    public string[] LogLines => _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<LogEntry> Log => [.. PlanLogReader.Read(LogLines)];

    public PlanRun Start(IEnumerable<PlanRow>? rows = null) => PlanRun.Start(
        rows ?? Plan.Rows, Directory, Clock, Options, new LogMemory(Log),
            new PlanLogWriter(new StringWriter(_log), Clock, "hr-job", "host-1"));

    public RunSummary Run(IEnumerable<PlanRow>? rows = null) =>
        Start(rows).ApplyAllAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Applies all rows and returns their results.</summary>
    public string Says(IEnumerable<PlanRow>? rows = null) =>
        string.Join(", ", Run(rows).Results.Select(row => $"{row.Action} {row.Status}"));

    public string Refusal(IEnumerable<PlanRow>? rows = null)
    {
        LifecycleException fault = Assert.Throws<LifecycleException>(() => Start(rows));
        Assert.Empty(Directory.Writes);
        Assert.Empty(LogLines);
        return $"{fault.ErrorId}: {fault.Message}";
    }
}
