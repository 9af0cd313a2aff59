using Personio.Lifecycle.Tests.Limits;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Apply;

/// <summary>What counts as a response, which account a response is about, and how the next run uses it.</summary>
public sealed class AnswerTests
{
    private static readonly PersonRow s_mover = Company.Person("2", "Mo", "Ver");
    private static readonly PersonRow s_joiner = Company.Person("5", "Jo", "Iner", "ONBOARDING", Company.Today);

    [Fact]
    public void A_write_that_was_sent_but_cannot_be_read_back_is_unknown_and_resolved_by_the_next_run()
    {
        Applied applied = Mover();
        int reads = 0;
        applied.Directory.IsSilent = true;
        applied.Directory.OnRead = row =>
        {
            if (++reads > 1)
            {
                throw new DirectoryException(DirectoryFault.Refused, $"No {row.AccountId}.", "Refused");
            }
        };

        Assert.Equal("Update Unknown", applied.Says());
        applied.Directory.OnRead = _ => { };
        Assert.Equal("Update AlreadyDone", applied.Says());

        Assert.Equal([RowStatus.Unknown, RowStatus.AlreadyDone],
            applied.Log.Where(entry => entry.Event == LogEvent.After).Select(entry => entry.Result!.Value));
        Assert.Single(applied.Directory.Writes);
    }

    [Fact]
    public void A_confirmed_write_is_not_reported_again_by_the_next_run()
    {
        Applied applied = Mover();

        Assert.Equal("Update Done", applied.Says());
        Assert.Equal("Update AlreadyDone", applied.Says());

        Assert.Single(applied.Log, entry => entry.Event == LogEvent.After);
    }

    [Fact]
    public async Task A_created_account_belongs_to_another_person_when_its_key_does()
    {
        Company company = new Company().Logged(Company.Done(PlanAction.Create, "acc-1000", "5")).Add(s_joiner);
        var applied = new Applied(company);
        applied.Start(applied.Plan.Rows.Take(0));
        LogMemory memory = company.Memory!;
        PlanRun run = PlanRun.Start(applied.Plan.Rows, applied.Directory, applied.Clock, applied.Options, memory);

        RunSummary summary = await run.ApplyAllAsync(CancellationToken.None);

        ResultRow result = Assert.Single(summary.Results);
        Assert.Equal(RowStatus.Done, result.Status);
        Assert.Equal("new-1", result.AccountId);
    }

    [Fact]
    public void An_account_found_only_by_its_name_is_left_alone_and_the_next_name_is_used()
    {
        var applied = new Applied(new Company().Add(s_joiner));
        AccountRow stranger = Company.AccountOf(Company.Person("x", "Jo", "Iner"), key: null);
        applied.Directory[stranger.AccountId!] = stranger;

        ResultRow result = Assert.Single(applied.Run().Results);

        Assert.Equal(RowStatus.Done, result.Status);
        Assert.Equal("jo.iner2", result.UserName);
        Assert.Null(applied.Directory["acc-x"].Key);
    }

    [Fact]
    public void A_summary_of_a_run_that_reached_no_row_begins_with_its_words() =>
        Assert.Equal("1 row was not reached.", Mover().Start().Summary.ToString());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_was_stopped_speaks_of_a_log_only_if_there_is_one(bool isLogged)
    {
        Applied applied = new(LimitTests.Leavers(60, 3));
        applied.Directory.BeforeWrite = (_, _) =>
            throw new DirectoryException(DirectoryFault.AccessDenied, "No.", "AccessDenied");
        PlanRun run = isLogged
            ? applied.Start()
            : PlanRun.Start(applied.Plan.Rows, applied.Directory, applied.Clock, applied.Options);

        await run.ApplyAllAsync(CancellationToken.None);

        string text = isLogged ? "What was done is in the log; apply the same plan" : "Last: No. Apply the same plan";
        Assert.Contains(text, run.StopReason!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_of_the_future_is_refused_as_one_and_not_as_too_old()
    {
        Applied applied = Mover();
        applied.Clock.Now = applied.Company.Now.AddHours(-2);

        Assert.Contains("which is in the future. Check the clocks", applied.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_await_approval_use_no_limit_and_approved_ones_do()
    {
        Company company = LimitTests.Leavers(60, 1);
        for (int i = 40; i < 46; i++)
        {
            company.Persons[i] = company.Persons[i] with { LastName = "Anders" };
        }

        var applied = new Applied(company);
        Assert.Equal(1, applied.Run().Count(RowStatus.Done));
        foreach (PlanRow row in applied.Plan.Rows)
        {
            row.Approved = "yes";
        }

        LifecycleException fault = Assert.Throws<LifecycleException>(() => applied.Start());
        Assert.Contains("-MaxIdentityUpdate 6", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Leaver Disable")]
    [InlineData(25, "")]
    [InlineData(27, "Leaver Disable")]
    public void A_preview_has_one_day_for_all_time_zones(int? asOf, string expected)
    {
        // At noon in Greenwich it is the next day in the Line Islands.
        TimeZoneInfo line = TimeZoneInfo.CreateCustomTimeZone("Line", TimeSpan.FromHours(14), "", "");
        Company company = new Company { Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero) }
            .Set(o => o with { ZoneOf = _ => line })
            .AddLinked(Company.Person(lastDay: Company.Today));

        Lifecycle.Plan plan = DirectoryComparison.Compare(
            company.Input() with
            {
                Moment = PlanMoment.From(new ManualClock(company.Now), TimeZoneInfo.Utc,
                    asOf is { } day ? new DateOnly(2026, 11, day) : null),
            },
            company.Options);

        Assert.Equal(expected, string.Join(", ", plan.Rows.Select(row => $"{row.Kind} {row.Action}")));
    }

    [Fact]
    public void An_attribute_that_the_account_does_not_return_counts_as_kept()
    {
        Applied applied = Mover();
        applied.Directory.IsSilent = true;
        applied.Directory.AfterWrite = (_, row) => applied.Directory[row.AccountId!] =
            applied.Directory[row.AccountId!] with { Attributes = new Dictionary<string, object?>() };

        Assert.Equal("Update Done", applied.Says());
    }

    [Fact]
    public void A_manager_whose_new_account_lacks_the_attribute_to_write_is_omitted()
    {
        AttributeMap map = MapPresets.PingOne.With(
            new AttributeRule("manager", AttributeSource.Supervisor("DistinguishedName")));
        var applied = new Applied(new Company().Set(o => o with { Map = map })
            .Add(s_joiner with { SupervisorId = "6" }).Add(Company.Person("6", "Bo", "Ss")));
        applied.Options = applied.Options with { Map = map };

        Assert.Equal("Create Done, Create Done, LinkManager Skipped", applied.Says());
    }

    private static Applied Mover() => new(new Company()
        .Add(s_mover, Company.With(Company.AccountOf(s_mover), ("title", "Old"))));
}
