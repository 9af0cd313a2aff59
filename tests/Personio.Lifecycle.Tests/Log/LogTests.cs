using Personio.Lifecycle.Tests.Apply;
using Personio.Lifecycle.Tests.Limits;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Log;

/// <summary>The log: one line before and one after each write, and information for later runs.</summary>
public sealed class LogTests
{
    [Fact]
    public void Each_write_has_a_line_before_and_a_line_after()
    {
        Company company = new Company().Add(Company.Person(),
            Company.With(Company.AccountOf(Company.Person()), ("title", "Old")));
        var applied = new Applied(company);
        applied.Run();

        Assert.Equal(
            """
            {"time":"2026-11-26T05:05:00+00:00","event":"Before","runId":"run-1","planId":"plan-1",
            "personId":"20417","accountId":"acc-20417","userName":"ilka.broemse","action":"Update","kind":"Mover",
            "limitKind":"MaxUpdate","changes":"{\"title\":[\"Old\",\"Planner\"]}","who":"hr-job","host":"host-1"}
            """.ReplaceLineEndings(""),
            applied.LogLines[0]);
        Assert.Equal(
            """
            {"time":"2026-11-26T05:05:00+00:00","event":"After","runId":"run-1","planId":"plan-1",
            "personId":"20417","accountId":"acc-20417","userName":"ilka.broemse","action":"Update","kind":"Mover",
            "limitKind":"MaxUpdate","changes":"{\"title\":[\"Old\",\"Planner\"]}","result":"Done",
            "who":"hr-job","host":"host-1"}
            """.ReplaceLineEndings(""),
            applied.LogLines[1]);
        Assert.Equal(2, applied.LogLines.Length);
    }

    [Fact]
    public void A_log_without_write_permission_is_an_error_that_names_it_and_the_next_step()
    {
        // The system denies access to a folder in the same way as to a file without permissions.
        string folder = Directory.CreateTempSubdirectory().FullName;

        LifecycleException fault = Assert.Throws<LifecycleException>(() => PlanLogFile.Open(folder));

        Directory.Delete(folder);
        File.Delete($"{folder}.lock");
        Assert.Equal(LifecycleErrors.InvalidOption, fault.ErrorId);
        Assert.Contains($"may not write '{folder}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("-LogPath", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RowStatus.Done, true)]
    [InlineData(RowStatus.AlreadyDone, true)]
    [InlineData(RowStatus.NotKept, false)]
    [InlineData(RowStatus.Unknown, false)]
    [InlineData(RowStatus.Failed, false)]
    public void An_account_counts_as_disabled_by_this_tool_if_the_directory_kept_it(RowStatus status, bool wasHere)
    {
        LogEntry entry = Company.Done(PlanAction.Disable, "acc-20417") with { Result = status };

        PlanRow row = Assert.Single(new Company().Logged(entry).AddLinked(Company.Person(), enabled: false)
            .RowsOf("20417"));

        Assert.Equal(PlanAction.Enable, row.Action);
        Assert.Equal(!wasHere, row.NeedsApproval);
    }

    [Theory]
    [InlineData(RowStatus.Done, 1)]
    [InlineData(RowStatus.NotKept, 1)]
    [InlineData(RowStatus.Unknown, 1)]
    [InlineData(RowStatus.Failed, 0)]
    [InlineData(RowStatus.Stale, 0)]
    [InlineData(RowStatus.Skipped, 0)]
    public void A_write_counts_toward_its_limit_unless_it_was_not_made(RowStatus status, int expected)
    {
        LogEntry after = Company.Done(PlanAction.Disable, "acc-1") with
        {
            Result = status, LimitKind = LimitKind.MaxDisable,
        };

        var memory = new LogMemory([after with { Event = LogEvent.Before, Result = null }, after]);

        Assert.Equal(expected, memory.WrittenRows("p0", LimitKind.MaxDisable).Count());
    }

    [Fact]
    public void The_log_lacks_rows_that_were_not_written()
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        applied.Directory["acc-1000"] = applied.Directory["acc-1000"] with { Enabled = false };

        Assert.Equal("Disable AlreadyDone", applied.Says());
        Assert.Empty(applied.LogLines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_of_a_killed_process_is_picked_up_and_logged_once(bool afterTheWrite)
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        applied.Directory.BeforeWrite = (_, _) => _ = afterTheWrite ? 0 : throw new InvalidOperationException("killed");
        applied.Directory.AfterWrite = (_, _) => _ = afterTheWrite ? throw new InvalidOperationException("killed") : 0;
        Assert.Throws<InvalidOperationException>(() => applied.Run());
        // The line after the write is missing.
        var dead = new Applied(applied.Company);
        LogEntry begun = applied.Log[0];

        dead.Directory["acc-1000"] = applied.Directory["acc-1000"];
        using var log = new StringWriter();
        var memory = new LogMemory([begun]);
        PlanRun run = PlanRun.Start(dead.Plan.Rows, dead.Directory, dead.Clock, dead.Options, memory,
            new PlanLogWriter(log, dead.Clock));
        await run.ApplyAllAsync(CancellationToken.None);
        LogEntry[] all = [begun, .. PlanLogReader.Read(log.ToString().Split('\n'))];

        Assert.Equal(afterTheWrite ? RowStatus.AlreadyDone : RowStatus.Done,
            all.Single(entry => entry.Event == LogEvent.After).Result);
        Assert.True(new LogMemory(all).HistoryOf("acc-1000").WasDisabledHere);
    }

    [Fact]
    public void A_torn_line_is_skipped_and_reported()
    {
        List<int> torn = [];
        LogEntry[] entries =
        [
            .. PlanLogReader.Read(
                [
                    """{"event":"Compare","persons":60}""", """{"event":"Before","pla""", "",
                    """{"event":"Compare","persons":61}"""
                ],
                torn.Add),
        ];

        Assert.Equal([60, 61], entries.Select(entry => entry.Persons));
        Assert.Equal([2], torn);
    }

    [Fact]
    public void Values_of_a_later_version_do_no_harm()
    {
        LogEntry entry = Assert.Single(
            PlanLogReader.Read(
                ["""{"event":"After","result":"Done","action":"Disable","new":{"a":1},"accountId":"a"}"""]));

        Assert.Equal((RowStatus.Done, PlanAction.Disable), (entry.Result, entry.Action));
    }

    [Fact]
    public void A_creation_whose_changes_cannot_be_read_does_not_stop_the_reading_and_needs_approval()
    {
        LogEntry created = Company.Done(PlanAction.Create, "acc-20417", changes: "damaged");

        PlanRow row = Assert.Single(new Company().Logged(created).AddLinked(Company.Person(), enabled: false)
            .RowsOf("20417"));

        Assert.Equal((PlanAction.Enable, PlanRisk.High), (row.Action, row.Risk));
    }

    [Fact]
    public async Task A_log_on_a_full_disk_stops_before_the_write_and_releases_its_lock()
    {
        var company = new Company().AddLinked(Company.Person(status: "INACTIVE", lastDay: new(2026, 11, 1)));
        var directory = new MemoryDirectory(company.Accounts);
        var clock = new ManualClock(company.Now);
        var gate = new MemoryStream();
        using (var file = new PlanLogFile(gate, new FullDisk(), "runs.jsonl"))
        {
            PlanRun run = PlanRun.Start(
                company.Plan().Rows, directory, clock, log: new PlanLogWriter(file.Writer, clock));

            LifecycleException fault = await Assert.ThrowsAsync<LifecycleException>(
                () => run.ApplyAllAsync(CancellationToken.None));

            Assert.Equal(LifecycleErrors.LogNotWritten, fault.ErrorId);
            Assert.Contains("No space left on device", fault.Message, StringComparison.Ordinal);
            Assert.Empty(directory.Writes);
        }

        Assert.False(gate.CanRead);
    }

    [Fact]
    public void A_log_file_is_written_by_one_run_and_readable_by_all()
    {
        string folder = Directory.CreateTempSubdirectory("lifecycle").FullName;
        string path = Path.Combine(folder, "runs.jsonl");
        try
        {
            File.WriteAllText(path, "{\"event\":\"Compare\",\"persons\":60}\n{\"event\":\"Bef");
            using (PlanLogFile file = PlanLogFile.Open(path))
            {
                LifecycleException fault = Assert.Throws<LifecycleException>(() => PlanLogFile.Open(path));
                Assert.Equal(LifecycleErrors.RunInProgress, fault.ErrorId);
                new PlanLogWriter(file.Writer, TimeProvider.System).Write(new LogEntry { Event = LogEvent.Compare,
                    Persons = 61 });
                Assert.Equal(61, PlanLogFile.ReadMemory(path).LastPersons);
            }

            using PlanLogFile again = PlanLogFile.Open(path);
            Assert.Equal(3, PlanLogFile.ReadLines(path).Count());
            Assert.Null(PlanLogFile.ReadMemory(Path.Combine(folder, "none.jsonl")).LastPersons);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_file_of_another_kind_is_not_a_log_and_stays_unchanged()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "\"PlanId\",\"Kind\"\n");
            Assert.All([() => PlanLogFile.Open(path).Dispose(), () => PlanLogFile.ReadMemory(path)], (Action act) =>
                Assert.Equal(LifecycleErrors.InvalidOption, Assert.Throws<LifecycleException>(act).ErrorId));
            Assert.Equal("\"PlanId\",\"Kind\"\n", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".lock");
        }
    }

    [Fact]
    public void A_log_in_a_folder_that_does_not_exist_is_not_a_run_in_progress() =>
        Assert.IsNotType<LifecycleException>(
        Record.Exception(() => PlanLogFile.Open(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"),
            "runs.jsonl"))));
}
