using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Apply;

/// <summary>A person gets one account, and it is as the plan has it, whatever happened to the first attempt.</summary>
public sealed class CreationTests
{
    private static readonly PersonRow s_joiner =
        Company.Person("5", "Jo", "Iner", "ONBOARDING", Company.Today.AddDays(3));

    [Fact]
    public async Task An_account_of_a_parallel_run_is_found_before_another_name_is_tried()
    {
        Applied applied = Joiner();
        await RunWithoutLogAsync(applied);
        applied.Directory.SearchLags = true;
        applied.Options = applied.Options with
        {
            Wait = (_, _) =>
            {
                applied.Directory.SearchLags = false;
                return Task.CompletedTask;
            },
        };

        RunSummary second = await RunWithoutLogAsync(applied);

        Assert.Equal(RowStatus.AlreadyDone, Assert.Single(second.Results).Status);
        Assert.Single(applied.Directory.All, account => account.Key == "5");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lost_creation_is_not_repeated_with_another_name_by_a_later_run(bool isSamePlan)
    {
        Applied applied = Joiner();
        applied.Directory.SearchLags = true;
        applied.Directory.AfterWrite = (_, _) => throw Lost();
        Assert.Equal("Create Unknown", applied.Says());
        applied.Directory.AfterWrite = (_, _) => { };

        IEnumerable<PlanRow> rows = isSamePlan ? applied.Plan.Rows : Replanned(applied.Company);
        ResultRow result = Assert.Single(applied.Run(rows).Results);

        Assert.Equal(RowStatus.Unknown, result.Status);
        Assert.Contains("-ReservedName", result.Error, StringComparison.Ordinal);
        Assert.Single(applied.Directory.All, account => account.Key == "5");

        applied.Directory.SearchLags = false;
        Assert.Equal("Create AlreadyDone", applied.Says(rows));
    }

    [Fact]
    public void An_account_that_was_left_enabled_is_disabled_by_the_next_run()
    {
        Applied applied = LeftEnabled();

        Assert.Equal("Create AlreadyDone", applied.Says());
        Assert.False(applied.Directory["new-1"].Enabled);
    }

    [Fact]
    public async Task An_account_that_was_left_enabled_is_not_disabled_once_a_later_plan_enabled_it()
    {
        Applied applied = LeftEnabled();
        applied.Company.Logged([.. applied.Log, Company.Done(PlanAction.Enable, "new-1", "5")]);
        PlanRun run = PlanRun.Start(
            applied.Plan.Rows, applied.Directory, applied.Clock, applied.Options, applied.Company.Memory);

        ResultRow result = (await run.ApplyAllAsync(CancellationToken.None)).Results[0];

        Assert.Equal(RowStatus.NotKept, result.Status);
        Assert.True(applied.Directory["new-1"].Enabled);
    }

    [Fact]
    public async Task An_existing_account_that_is_enabled_against_the_plan_is_reported_if_nobody_knows_why()
    {
        Applied applied = Joiner();
        applied.Directory["acc-5"] = Company.AccountOf(s_joiner);

        ResultRow result = Assert.Single((await RunWithoutLogAsync(applied)).Results);

        Assert.Equal(RowStatus.NotKept, result.Status);
        Assert.Contains("is enabled", result.Error, StringComparison.Ordinal);
        Assert.Empty(applied.Directory.Writes);
    }

    private static Applied Joiner() => new(new Company().Add(s_joiner));

    private static Applied LeftEnabled()
    {
        Applied applied = Joiner();
        applied.Directory.CreatesEnabled = true;
        applied.Directory.BeforeWrite = (call, _) =>
        {
            if (call == "Disable")
            {
                throw new DirectoryException(DirectoryFault.Refused, "no", "NotFound");
            }
        };
        Assert.Equal("Create NotKept", applied.Says());
        applied.Directory.BeforeWrite = (_, _) => { };
        return applied;
    }

    private static IReadOnlyList<PlanRow> Replanned(Company company) =>
        DirectoryComparison.Compare(company.Input() with { PlanId = "plan-2" }, company.Options).Rows;

    private static DirectoryException Lost() => new(DirectoryFault.OutcomeUnknown, "The answer was lost.", "Lost");

    private static Task<RunSummary> RunWithoutLogAsync(Applied applied) =>
        PlanRun.Start(applied.Plan.Rows, applied.Directory, applied.Clock, applied.Options)
            .ApplyAllAsync(CancellationToken.None);
}
