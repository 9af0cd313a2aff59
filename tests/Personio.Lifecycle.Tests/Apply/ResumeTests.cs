using Personio.Lifecycle.Tests.Support;
using Personio.Lifecycle.Tests.Worlds;

namespace Personio.Lifecycle.Tests.Apply;

/// <summary>Interrupted anywhere, the same plan applied again ends like an uninterrupted run.</summary>
public sealed class ResumeTests
{
    private const int Writes = 7;

    public static TheoryData<int, bool, bool> Breaks
    {
        get
        {
            var data = new TheoryData<int, bool, bool>();
            for (int write = 1; write <= Writes; write++)
            {
                data.Add(write, true, false);
                data.Add(write, true, true);
                data.Add(write, false, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void An_interrupted_plan_is_finished_and_reported_once(int write, bool wasCarriedOut, bool tearsALine)
    {
        MemoryDirectory unbroken = Broken(0, false, false).Directory;
        (MemoryDirectory directory, List<string> log, int carriedOut) = Broken(write, wasCarriedOut, tearsALine);

        Assert.Equal(State(unbroken), State(directory));
        Assert.Equal(Writes, carriedOut);
        IEnumerable<IGrouping<string, LogEntry>> told = PlanLogReader.Read(log)
            .Where(entry => entry.Event == LogEvent.After).GroupBy(entry => entry.RowKey);
        Assert.Equal(Writes, told.Count());
        Assert.All(told, row => Assert.Single(row));
    }

    private static (MemoryDirectory Directory, List<string> Log, int CarriedOut) Broken(int at, bool wasCarriedOut,
        bool tears)
    {
        Company company = new Company().Set(o =>
            o with { Map = o.Map.With(new AttributeRule("managerId", AttributeSource.Supervisor())) })
            .AddLinked(Company.Person("1", "Le", "Aver", lastDay: new DateOnly(2026, 11, 1)))
            .Add(Company.Person("2", "Mo", "Ver"), Company.With(Company.AccountOf(Company.Person("2", "Mo", "Ver")),
                ("title", "Old")))
            .Add(Company.Person("3", "Li", "Nk"), Company.AccountOf(Company.Person("3", "Li", "Nk"), key: null))
            .Logged(Company.Done(PlanAction.Disable, "acc-4", "4"))
            .AddLinked(Company.Person("4", "Re", "Hire"), enabled: false)
            .Add(Company.Person("5", "Jo", "Iner", "ONBOARDING", Company.Today) with { SupervisorId = "6" })
            .Add(Company.Person("6", "Bo", "Ss", "ONBOARDING", Company.Today));
        Lifecycle.Plan plan = company.Plan();
        var directory = new MemoryDirectory(company.Accounts);
        var clock = new ManualClock(company.Now);
        List<string> log = [];
        int begun = 0;
        int carriedOut = 0;
        directory.BeforeWrite = (_, _) => _ = ++begun == at && !wasCarriedOut ? throw new KilledException() : 0;
        directory.AfterWrite = (_, _) => _ = ++carriedOut == at && wasCarriedOut && begun == at
            ? throw new KilledException() : 0;
        for (int run = 0; run < 2; run++)
        {
            using var writer = new StringWriter();
            PlanRun started = PlanRun.Start(
                plan.Rows, directory, clock, new ApplyOptions { Map = company.Options.Map },
                    new LogMemory(PlanLogReader.Read(log)),
                new PlanLogWriter(writer, clock));
            Exception? fault = Record.Exception(() =>
                started.ApplyAllAsync(CancellationToken.None).GetAwaiter().GetResult());
            log.AddRange(writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
            if (fault is KilledException)
            {
                // A killed process does not write the line after the write, or only part of it.
                string last = log[^1];
                log.RemoveAt(log.Count - 1);
                log.AddRange(tears ? [last[..20]] : []);
            }
        }

        return (directory, log, carriedOut);
    }

    private static string State(MemoryDirectory directory) =>
        string.Join('\n', directory.All.OrderBy(account => account.AccountId, StringComparer.Ordinal)
        .Select(account =>
            $"{account.AccountId} {account.Key} {account.UserName} {account.Enabled} {account.Get("title")} "
            + $"{account.Get("managerId")}"));
}
