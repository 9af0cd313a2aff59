using Personio.Lifecycle.Tests.Limits;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Apply;

/// <summary>Plans that are refused as a whole, before anything is sent.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Four_of_sixty_are_too_many_and_three_are_not(int leavers, bool isRefused)
    {
        var applied = new Applied(LimitTests.Leavers(60, leavers));

        if (isRefused)
        {
            Assert.StartsWith("PlanTooLarge: The plan has 4 accounts to disable, the limit is 3", applied.Refusal(),
                StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("Disable Done, Disable Done, Disable Done", applied.Says());
        }
    }

    [Fact]
    public void Nothing_is_applied_of_a_plan_that_exceeds_a_limit()
    {
        Company company = LimitTests.Leavers(60, 4).Add(Company.Person("7", "Jo", "Iner", "ONBOARDING", Company.Today));

        Assert.StartsWith("PlanTooLarge", new Applied(company).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_covers_the_plan_allows_it()
    {
        var applied = new Applied(LimitTests.Leavers(60, 4));
        applied.Options = applied.Options with { Limits = new Dictionary<LimitKind,
            Limit> { [LimitKind.MaxDisable] = Limit.FromCount(4) } };

        Assert.Equal(4, applied.Run().Count(RowStatus.Done));
    }

    [Fact]
    public void A_number_below_the_floor_is_the_limit()
    {
        var applied = new Applied(LimitTests.Leavers(60, 2));
        applied.Options = applied.Options with { Limits = new Dictionary<LimitKind,
            Limit> { [LimitKind.MaxDisable] = Limit.FromCount(1) } };

        Assert.Contains("-MaxDisable 2", applied.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_of_the_comparison_is_kept_in_the_rows()
    {
        Company company = LimitTests.Leavers(60, 4).Set(o =>
            o with { Limits = new PlanLimits { MaxDisable = Limit.FromCount(10) } });

        Assert.Equal(4, new Applied(company).Run().Count(RowStatus.Done));
    }

    [Theory]
    [InlineData("no", true)]
    [InlineData("nein", false)]
    public void A_row_with_an_approval_other_than_yes_is_skipped_and_counts_toward_no_limit(
        string word, bool isConfirmed)
    {
        var applied = new Applied(LimitTests.Leavers(60, 4));
        applied.Options = applied.Options with { IsConfirmed = isConfirmed };
        applied.Plan.Rows[0].Approved = word;

        RunSummary run = applied.Run();

        Assert.Equal(3, run.Count(RowStatus.Done));
        Assert.Equal($"Approved is '{word}', which is not yes, true or 1.",
            run.Results.Single(row => row.Status == RowStatus.Skipped).Error);
        Assert.DoesNotContain(
            applied.Directory.Writes,
            write => write.EndsWith(applied.Plan.Rows[0].AccountId!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("another")]
    [InlineData(null)]
    public void An_account_other_than_that_of_the_row_is_never_written(string? id)
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        string planned = applied.Plan.Rows[0].AccountId!;
        applied.Directory[planned] = applied.Directory[planned] with { AccountId = id };

        RunSummary run = applied.Run();

        Assert.Equal(RowStatus.Failed, Assert.Single(run.Results).Status);
        Assert.Contains($"instead of {planned}", run.Results[0].Error, StringComparison.Ordinal);
        Assert.Empty(applied.Directory.Writes);
    }

    [Fact]
    public void Parts_of_one_plan_add_up()
    {
        var applied = new Applied(LimitTests.Leavers(60, 6));

        Assert.Equal(3, applied.Run(applied.Plan.Rows.Take(3)).Count(RowStatus.Done));
        LifecycleException fault = Assert.Throws<LifecycleException>(() =>
            applied.Start(applied.Plan.Rows.Skip(3).Take(1)));
        Assert.Equal(LifecycleErrors.PlanTooLarge, fault.ErrorId);
        // The same part again does not count twice.
        Assert.Equal(3, applied.Run(applied.Plan.Rows.Take(3)).Count(RowStatus.AlreadyDone));
    }

    [Theory]
    [InlineData(6, null, true)]
    [InlineData(6, 3, false)]
    [InlineData(3, null, false)]
    public void A_part_of_a_plan_over_its_limit_needs_a_log_or_a_number(int leavers, int? limit, bool isRefused)
    {
        var applied = new Applied(LimitTests.Leavers(60, leavers));
        var options = new ApplyOptions
        {
            Limits = limit is { } count
                ? new() { [LimitKind.MaxDisable] = Limit.FromCount(count) }
                : new Dictionary<LimitKind, Limit>(),
        };
        Exception? fault = Record.Exception(() =>
            PlanRun.Start(applied.Plan.Rows.Take(3), applied.Directory, applied.Clock, options));

        Assert.Equal(isRefused ? LifecycleErrors.PlanTooLarge : null, (fault as LifecycleException)?.ErrorId);
        Assert.Equal(
            isRefused, fault?.Message.Contains("specify -LogPath, or -MaxDisable", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void A_part_is_measured_against_the_base_of_the_whole_plan()
    {
        var applied = new Applied(LimitTests.Leavers(200, 11));

        Assert.Equal(10, applied.Run(applied.Plan.Rows.Take(10)).Count(RowStatus.Done));
        Assert.Throws<LifecycleException>(() => applied.Start(applied.Plan.Rows.Skip(10)));
    }

    [Theory]
    [InlineData(24 * 60, false)]
    [InlineData((24 * 60) + 1, true)]
    [InlineData(-20, true)]
    public void A_plan_that_is_a_day_old_is_refused(int minutes, bool isRefused)
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));
        applied.Clock.Now = applied.Company.Now.AddMinutes(minutes);

        if (isRefused)
        {
            Assert.StartsWith("PlanStale", applied.Refusal(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("Disable Done", applied.Says());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_preview_of_another_day_cannot_be_applied(int days)
    {
        Company company = LimitTests.Leavers(60, 1);
        PlanMoment moment = PlanMoment.From(new ManualClock(company.Now), asOf: Company.Today.AddDays(days));
        Lifecycle.Plan preview = DirectoryComparison.Compare(company.Input() with { Moment = moment }, company.Options);

        Assert.Contains("is a preview of", new Applied(company).Refusal(preview.Rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_row_invalidates_the_whole_plan()
    {
        var applied = new Applied(LimitTests.Leavers(60, 2));

        Assert.StartsWith(
            "PlanRowChanged", applied.Refusal([applied.Plan.Rows[0], applied.Plan.Rows[1] with { Day = "20.11.2026" }]),
                StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_row_twice_is_refused()
    {
        var applied = new Applied(LimitTests.Leavers(60, 1));

        Assert.StartsWith("PlanRowDoubled", applied.Refusal([applied.Plan.Rows[0], applied.Plan.Rows[0]]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_two_plans_are_refused()
    {
        Company company = LimitTests.Leavers(60, 1);
        PlanRow other = DirectoryComparison.Compare(company.Input() with { PlanId = "plan-2" },
            company.Options).Rows[0];

        Assert.StartsWith("PlanMixed", new Applied(company).Refusal([company.Plan().Rows[0], other]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Workforce", true)]
    [InlineData("Staff", false)]
    [InlineData(null, false)]
    public void A_plan_for_another_directory_is_refused(string? directory, bool isRefused)
    {
        var applied = new Applied(LimitTests.Leavers(60, 1).Set(o => o with { Directory = "Staff" }));
        applied.Options = applied.Options with { Directory = directory };

        Assert.Equal(isRefused, Record.Exception(() =>
            applied.Start()) is LifecycleException { ErrorId: LifecycleErrors.PlanMixed });
    }

    [Theory]
    [InlineData("yes", false)]
    [InlineData("TRUE", false)]
    [InlineData("1", false)]
    [InlineData("no", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void Requiring_approval_requires_it_for_every_row(string? approved, bool isRefused)
    {
        var applied = new Applied(LimitTests.Leavers(60, 2));
        applied.Options = applied.Options with { RequiresApproval = true };
        applied.Plan.Rows[0].Approved = "yes";
        applied.Plan.Rows[1].Approved = approved;

        if (isRefused)
        {
            Assert.StartsWith("PlanNotApproved", applied.Refusal(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(2, applied.Run().Count(RowStatus.Done));
        }
    }

    [Fact]
    public void Findings_are_skipped()
    {
        var applied = new Applied(new Company().AddLinked(Company.Person(status: "Retired")));

        Assert.NotEmpty(applied.Plan.Rows);
        Assert.Equal("Nothing to do.", applied.Run().ToString());
        Assert.Empty(applied.LogLines);
    }
}
