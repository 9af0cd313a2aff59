using Personio.Lifecycle.Tests.Limits;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Apply;

/// <summary>Row by row: read again before the write, verified by the response, recorded in the log.</summary>
public sealed class ApplyTests
{
    private static readonly PersonRow s_ilka = Company.Person();
    private static readonly PersonRow s_joiner = Company.Person("9", "Jan", "Maier", "ONBOARDING",
        Company.Today.AddDays(2));

    [Fact]
    public void Each_action_does_what_it_says_and_a_second_plan_is_empty()
    {
        Company company = LimitTests.Leavers(60, 1).Add(s_joiner)
            .Logged(Company.Done(PlanAction.Disable, "acc-2"))
            .AddLinked(Company.Person("2", "Re", "Hire"), enabled: false)
            .Add(Company.Person("3", "Li", "Nk"), Company.AccountOf(Company.Person("3", "Li", "Nk"), key: null))
            .Add(Company.Person("4", "Mo", "Ver"), Company.With(Company.AccountOf(Company.Person("4", "Mo", "Ver")),
                ("title", "Old")));
        var applied = new Applied(company);

        Assert.Equal("Disable Done, Update Done, Link Done, Enable Done, Create Done", applied.Says());
        Assert.False(applied.Directory["acc-1000"].Enabled);
        Assert.Equal("Planner", applied.Directory["acc-4"].Get("title"));
        Assert.Equal("3", applied.Directory["acc-3"].Key);
        Assert.True(applied.Directory["acc-2"].Enabled);
        AccountRow made = applied.Directory.All.Single(account => account.Key == "9");
        Assert.Equal(("jan.maier", false), (made.UserName, made.Enabled));

        company.Accounts.Clear();
        company.Accounts.AddRange(applied.Directory.All);
        Assert.True(company.Plan().IsEmpty);
        Assert.Equal(
            "Disable AlreadyDone, Update AlreadyDone, Link AlreadyDone, Enable AlreadyDone, Create AlreadyDone",
                applied.Says());
    }

    [Theory]
    [InlineData("Planner", "Update AlreadyDone")]
    [InlineData("By hand", "Update Stale")]
    [InlineData("Old", "Update Done")]
    public void An_account_is_read_before_it_is_written(string now, string expected)
    {
        var applied = new Applied(new Company().Add(s_ilka, Company.With(Company.AccountOf(s_ilka), ("title", "Old"))));
        applied.Directory["acc-20417"] = Company.With(applied.Directory["acc-20417"], ("title", now));

        Assert.Equal(expected, applied.Says());
        Assert.Equal(expected == "Update Done" ? 1 : 0, applied.Directory.Writes.Count);
    }

    [Fact]
    public void A_half_finished_row_is_completed()
    {
        var applied = new Applied(new Company().Add(s_ilka,
            Company.With(Company.AccountOf(s_ilka), ("title", "Old"), ("type", "X"))));
        applied.Directory["acc-20417"] = Company.With(applied.Directory["acc-20417"], ("title", "Planner"));

        Assert.Equal("Update Done", applied.Says());
        Assert.Equal("""{"type":["X","Employee"]}""", applied.Log[0].Changes);
    }

    [Theory]
    [InlineData("x", "Disable Stale")]
    [InlineData(null, "Disable Stale")]
    public void An_account_that_has_meanwhile_been_linked_to_another_person_is_stale(string? key, string expected)
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        applied.Directory["acc-1000"] = applied.Directory["acc-1000"] with { Key = key };

        Assert.Equal(expected, applied.Says());
        Assert.Empty(applied.Directory.Writes);
    }

    [Fact]
    public void An_account_that_is_gone_is_stale()
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        applied.Directory.Remove("acc-1000");

        Assert.Equal("Disable Stale", applied.Says());
    }

    [Theory]
    [InlineData(null, "Link Done")]
    [InlineData("20417", "Link AlreadyDone")]
    [InlineData("777", "Link Stale")]
    public void A_link_only_fills_an_empty_key(string? key, string expected)
    {
        var applied = new Applied(new Company().Add(s_ilka, Company.AccountOf(s_ilka, key: null)));
        applied.Directory["acc-20417"] = Company.With(applied.Directory["acc-20417"],
            ("externalId", key)) with { Key = key };

        Assert.Equal(expected, applied.Says());
    }

    [Fact]
    public void Link_and_update_of_one_run_are_one_write()
    {
        Company company = new Company().Set(o => o with { UpdateOnLink = true })
            .Add(s_ilka, Company.With(Company.AccountOf(s_ilka, key: null), ("title", "Old")));

        Assert.Equal("Update Done, Link Done", new Applied(company).Says());
    }

    [Fact]
    public void Sensitive_rows_wait_for_approval()
    {
        Company company = new Company().Add(s_ilka with { LastName = "Soerup" }, Company.AccountOf(s_ilka));

        Assert.Equal("Update Skipped", new Applied(company).Says());
        var approved = new Applied(company);
        approved.Plan.Rows[0].Approved = "yes";
        Assert.Equal("Update Done", approved.Says());
        var confirmed = new Applied(company);
        confirmed.Options = confirmed.Options with { IsConfirmed = true };
        Assert.Equal("Update Done", confirmed.Says());
    }

    [Fact]
    public void A_relink_replaces_the_key_after_approval()
    {
        Company company = new Company().Add(s_ilka);
        company.Accounts.Add(Company.AccountOf(s_ilka, enabled: false, key: "333"));
        var applied = new Applied(company);
        applied.Plan.Rows[0].Approved = "yes";

        Assert.Equal("Relink Done", applied.Says());
        Assert.Equal("20417", applied.Directory["acc-20417"].Key);
        Assert.Equal("""{"externalId":["333","20417"]}""", applied.Log[1].Changes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_account_that_has_become_protected_is_not_written(bool byRole)
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        applied.Directory["acc-1000"] = applied.Directory["acc-1000"] with { IsAdmin = byRole };
        applied.Options = applied.Options with { Protect = byRole ? [] : ["first0*"] };

        Assert.Equal("Disable Skipped", applied.Says());
        Assert.Empty(applied.Directory.Writes);
    }

    [Fact]
    public void An_attribute_that_the_directory_drops_is_reported_and_the_run_continues()
    {
        Company company = new Company().Add(s_ilka,
            Company.With(Company.AccountOf(s_ilka), ("title", "Old"), ("type", "X"))).Add(s_joiner);
        var applied = new Applied(company);
        applied.Directory.Dropped.Add("title");
        RunSummary summary = applied.Run();

        Assert.Equal("Update NotKept, Create NotKept",
            string.Join(", ", summary.Results.Select(row => $"{row.Action} {row.Status}")));
        Assert.Contains("did not keep title.", summary.Results[0].Error, StringComparison.Ordinal);
        Assert.Equal("Employee", applied.Directory["acc-20417"].Get("type"));
    }

    [Fact]
    public void A_write_that_returns_nothing_is_read_back()
    {
        var applied = new Applied(LimitTests.Leavers(60, 1).Add(s_joiner).Add(s_ilka,
            Company.With(Company.AccountOf(s_ilka), ("title", "Old"))));
        applied.Directory.IsSilent = true;
        applied.Directory.Dropped.Add("title");

        Assert.Equal("Disable Done, Update NotKept, Create NotKept", applied.Says());
    }

    [Theory]
    [InlineData("jan.maier", "jan.maier2", "Create jan.maier, Create jan.maier2")]
    [InlineData("jan.maier jan.maier2", "jan.maier3", "Create jan.maier, Create jan.maier2, Create jan.maier3")]
    public void A_taken_user_name_leads_to_the_next(string invisible, string taken, string calls)
    {
        var applied = new Applied(new Company().Add(s_joiner));
        applied.Directory.Invisible.UnionWith(invisible.Split(' '));
        ResultRow result = Assert.Single(applied.Run().Results);

        Assert.Equal((RowStatus.Done, taken), (result.Status, result.UserName));
        Assert.Equal(calls, string.Join(", ", applied.Directory.Writes));
        Assert.Equal(taken, applied.Directory[result.AccountId!].Get("username"));
    }

    [Fact]
    public void At_most_two_further_names_are_tried()
    {
        var applied = new Applied(new Company().Add(s_joiner));
        applied.Directory.Invisible.UnionWith(["jan.maier", "jan.maier2", "jan.maier3"]);

        Assert.Equal("Create Failed", applied.Says());
        Assert.Equal(3, applied.Directory.Writes.Count);
    }

    [Fact]
    public void Only_a_taken_name_leads_to_the_next()
    {
        var applied = new Applied(new Company().Add(s_joiner));
        applied.Directory.BeforeWrite = (_, _) =>
            throw new DirectoryException(DirectoryFault.Refused, "email must be well-formed");

        Assert.Equal("Create Failed", applied.Says());
        Assert.Single(applied.Directory.Writes);
    }

    [Theory]
    [InlineData(true, "Create Done", 1)]
    [InlineData(false, "Create Unknown", 0)]
    public void A_create_whose_response_was_lost_is_looked_up_and_never_sent_again(bool wasCommitted, string expected,
        int accounts)
    {
        var applied = new Applied(new Company().Add(s_joiner));
        Action<string, PlanRow> lose = (_, _) =>
            throw new DirectoryException(DirectoryFault.OutcomeUnknown, "The connection was cut.");
        if (wasCommitted)
        {
            applied.Directory.AfterWrite = lose;
        }
        else
        {
            applied.Directory.BeforeWrite = lose;
        }

        Assert.Equal(expected, applied.Says());
        Assert.Equal("Create jan.maier", Assert.Single(applied.Directory.Writes));
        Assert.Equal(accounts, applied.Directory.All.Count(account => account.Key == "9"));
    }

    [Fact]
    public void The_next_run_looks_the_account_up_first()
    {
        var applied = new Applied(new Company().Add(s_joiner));
        bool isLate = true;
        applied.Directory.AfterWrite = (_, _) => throw new DirectoryException(DirectoryFault.OutcomeUnknown, "cut");
        applied.Directory.OnRead = _ =>
        {
            // The list lags behind: the account cannot be found yet.
            if (isLate && applied.Directory.Writes.Count > 0)
            {
                throw new DirectoryException(DirectoryFault.OutcomeUnknown, "cut");
            }
        };

        Assert.Equal("Create Unknown", applied.Says());
        isLate = false;
        Assert.Equal("Create AlreadyDone", applied.Says());
        Assert.Single(applied.Directory.Writes);
    }

    [Fact]
    public void After_a_lost_response_no_other_name_is_tried_and_the_person_is_left_alone()
    {
        Company company = new Company().Set(o =>
            o with { Map = o.Map.With(new AttributeRule("managerId", AttributeSource.Supervisor())) })
            .Add(s_joiner with { SupervisorId = "1001" });
        var applied = new Applied(company);
        applied.Directory.BeforeWrite = (_, _) => throw new DirectoryException(DirectoryFault.OutcomeUnknown, "cut");

        Assert.Equal("Create Unknown, LinkManager Skipped", applied.Says());
        Assert.Single(applied.Directory.Writes);
    }

    [Theory]
    [InlineData(true, "Disable Done")]
    [InlineData(false, "Disable Unknown")]
    public void A_change_whose_response_was_lost_is_read_back_and_never_sent_again(bool wasCommitted, string expected)
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        Action<string, PlanRow> lose = (_, _) => throw new DirectoryException(DirectoryFault.OutcomeUnknown, "cut");
        applied.Directory.AfterWrite = wasCommitted ? lose : applied.Directory.AfterWrite;
        applied.Directory.BeforeWrite = wasCommitted ? applied.Directory.BeforeWrite : lose;

        Assert.Equal(expected, applied.Says());
        Assert.Single(applied.Directory.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_account_that_is_created_enabled_is_disabled_immediately(bool isSilent)
    {
        var applied = new Applied(new Company().Add(s_joiner));
        applied.Directory.CreatesEnabled = true;
        applied.Directory.IsSilent = isSilent;

        Assert.Equal("Create Done", applied.Says());
        Assert.Equal(["Create jan.maier", "Disable new-1"], applied.Directory.Writes);
        Assert.False(applied.Directory["new-1"].Enabled);
    }

    [Fact]
    public void An_account_that_stays_enabled_is_reported()
    {
        var applied = new Applied(new Company().Add(s_joiner));
        applied.Directory.CreatesEnabled = true;
        applied.Directory.BeforeWrite = (call, _) =>
        {
            if (call == "Disable")
            {
                throw new DirectoryException(DirectoryFault.Refused, "no");
            }
        };

        Assert.Equal("Create NotKept", applied.Says());
    }

    [Fact]
    public void A_manager_created_in_the_same_run_is_found()
    {
        Company company = new Company().Set(o =>
            o with { Map = o.Map.With(new AttributeRule("managerId", AttributeSource.Supervisor())) })
            .Add(s_joiner with { SupervisorId = "8" }).Add(Company.Person("8", "Bo", "Ss", "ONBOARDING",
                Company.Today));
        var applied = new Applied(company);
        applied.Options = applied.Options with { Map = company.Options.Map };

        Assert.Equal("Create Done, Create Done, LinkManager Done", applied.Says());
        AccountRow boss = applied.Directory.All.Single(account => account.Key == "8");
        Assert.Equal(boss.AccountId, applied.Directory.All.Single(account => account.Key == "9").Get("managerId"));
    }

    [Theory]
    [InlineData(DirectoryFault.Refused, 10)]
    [InlineData(DirectoryFault.AccessDenied, 3)]
    public async Task A_run_stops_after_ten_failures_in_a_row_or_three_denials(DirectoryFault fault, int expected)
    {
        var applied = new Applied(LimitTests.Leavers(60, 20).Set(o =>
            o with { Limits = new PlanLimits { MaxDisable = Limit.FromCount(20) } }));
        applied.Directory.BeforeWrite = (_, _) => throw new DirectoryException(fault, "no", "AccessDenied");
        PlanRun run = applied.Start();
        RunSummary summary = await run.ApplyAllAsync(CancellationToken.None);

        Assert.Equal(LifecycleErrors.TooManyFailures, run.StopReason?.ErrorId);
        Assert.Equal(expected, summary.Count(RowStatus.Failed));
        Assert.Contains($"{20 - expected} rows were not reached", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_success_between_failures_lets_the_run_continue()
    {
        var applied = new Applied(LimitTests.Leavers(60, 20).Set(o =>
            o with { Limits = new PlanLimits { MaxDisable = Limit.FromCount(20) } }));
        int calls = 0;
        applied.Directory.BeforeWrite = (_, _) =>
        {
            if (++calls % 10 != 0)
            {
                throw new DirectoryException(DirectoryFault.Refused, "no");
            }
        };

        Assert.Equal("Disable: 2 done, 18 failed.", applied.Run().ToString());
    }

    [Fact]
    public void One_failed_row_is_one_error_and_the_others_are_applied()
    {
        var applied = new Applied(LimitTests.Leavers(60, 3));
        applied.Directory.BeforeWrite = (_, row) =>
        {
            if (row.AccountId == "acc-1001")
            {
                throw new DirectoryException(DirectoryFault.Refused, "The title is too long.", "InvalidRequest",
                    "corr-1");
            }
        };
        RunSummary summary = applied.Run();
        ResultRow failed = summary.Results.Single(row => row.Status == RowStatus.Failed);

        Assert.Equal(("The title is too long.", "InvalidRequest", "corr-1"),
            (failed.Error, failed.ErrorId, failed.CorrelationId));
        Assert.Equal(2, summary.Count(RowStatus.Done));
    }

    [Fact]
    public void A_skipped_row_sends_nothing()
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        PlanRun run = applied.Start();
        ResultRow result = run.Skip(run.Rows[0], RowStatus.WhatIf);

        Assert.Equal(RowStatus.WhatIf, result.Status);
        Assert.Empty(applied.Directory.Writes);
        Assert.Empty(applied.LogLines);
        Assert.Equal("Disable: 1 would be written.", run.Summary.ToString());
    }

    [Fact]
    public void A_canceled_write_is_reported_as_unknown()
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        applied.Directory.AfterWrite = (_, _) => throw new OperationCanceledException();

        Assert.Throws<OperationCanceledException>(() => applied.Run());
        Assert.Equal([null, RowStatus.Unknown], applied.Log.Select(entry => entry.Result));
    }
}
