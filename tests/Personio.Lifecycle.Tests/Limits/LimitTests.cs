using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Limits;

/// <summary>How many of each action a plan may have.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData(LimitKind.MaxDisable, 60, 3)]
    [InlineData(LimitKind.MaxDisable, 0, 3)]
    [InlineData(LimitKind.MaxDisable, 79, 3)]
    [InlineData(LimitKind.MaxDisable, 80, 4)]
    [InlineData(LimitKind.MaxDisable, 200, 10)]
    [InlineData(LimitKind.MaxCreate, 0, 20)]
    [InlineData(LimitKind.MaxCreate, 104, 20)]
    [InlineData(LimitKind.MaxCreate, 105, 21)]
    [InlineData(LimitKind.MaxIdentityUpdate, 60, 5)]
    [InlineData(LimitKind.MaxIdentityUpdate, 1000, 50)]
    [InlineData(LimitKind.MaxUpdate, 100, 50)]
    [InlineData(LimitKind.MaxUpdate, 1000, 300)]
    [InlineData(LimitKind.MaxEnable, 60, 3)]
    [InlineData(LimitKind.MaxEnable, 200, 10)]
    public void A_share_is_rounded_down_but_at_least_the_floor(LimitKind kind, int accounts, int allowed) =>
        Assert.Equal(allowed, new PlanLimits().For(kind).AllowedFor(accounts));

    [Theory]
    [InlineData("1", 200, 1)]
    [InlineData("40", 60, 40)]
    [InlineData("0", 200, 0)]
    [InlineData("10%", 200, 20)]
    [InlineData("10 %", 10, 3)]
    [InlineData("2.5%", 400, 10)]
    [InlineData("2,5%", 400, 10)]
    public void A_typed_number_is_the_limit_and_a_typed_share_keeps_the_floor(string text, int accounts, int allowed) =>
        Assert.Equal(allowed, Limit.Parse(text, LimitKind.MaxDisable).AllowedFor(accounts));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("all")]
    [InlineData("101%")]
    [InlineData("5.5")]
    [InlineData("%")]
    public void A_limit_that_is_neither_a_number_nor_a_share_is_rejected(string text) => Assert.Equal(
        LifecycleErrors.InvalidOption, Assert.Throws<LifecycleException>(() =>
            Limit.Parse(text, LimitKind.MaxDisable)).ErrorId);

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_plan_over_a_limit_can_be_read_and_says_so(int leavers, bool isOver)
    {
        Lifecycle.Plan plan = Leavers(60, leavers).Plan();

        Assert.Equal(isOver, plan.IsOverLimit);
        Assert.Equal(leavers, plan.Rows.Count);
        Assert.All(plan.Rows, row => Assert.Equal((isOver, 3, 60, LimitKind.MaxDisable),
            (row.OverLimit, row.Allowed, row.Base, row.LimitKind)));
        Assert.Equal(isOver, plan.Warnings.Any(warning => warning.Contains("-MaxDisable 4", StringComparison.Ordinal)));
    }

    [Fact]
    public void Forty_leavers_in_a_company_of_two_hundred_are_reported_with_figures()
    {
        LimitUsage usage = Assert.Single(Leavers(200, 40).Plan().Usage);

        Assert.Equal(
            "The plan has 40 accounts to disable, the limit is 10 (base: 200 linked, enabled accounts). First: First0 "
                + "Last0, First1 Last1, "
            + "First2 Last2, First3 Last3, First4 Last4. Read the plan; if it is right, specify -MaxDisable 40. "
            + "Nothing of the plan is applied.",
            usage.Message);
    }

    [Fact]
    public void The_base_is_linked_enabled_accounts_in_scope()
    {
        Company company = new Company(10).Set(o => o with { ExcludePerson = person => person.PersonId == "1000" });
        company.Accounts[1] = company.Accounts[1] with { Enabled = false };
        company.Accounts.Add(Company.AccountOf(Company.Person("x", "No", "Key", email: null), key: null));

        Assert.Equal(8, company.Plan().Base);
    }

    [Fact]
    public void Kinds_are_counted_separately()
    {
        Company company = Leavers(60, 2).Add(Company.Person("7", "Jo", "Iner", "ONBOARDING", Company.Today));
        company.Accounts[10] = Company.With(company.Accounts[10], ("title", "Old"));
        company.Accounts[11] = Company.With(company.Accounts[11], ("name.given", "Old"));
        company.Accounts[12] = company.Accounts[12] with { Enabled = false };

        Assert.Equal(
            [(LimitKind.MaxDisable, 2), (LimitKind.MaxCreate, 1), (LimitKind.MaxIdentityUpdate, 1),
                (LimitKind.MaxUpdate, 1), (LimitKind.MaxEnable, 1)],
            company.Plan().Usage.Select(usage => (usage.Kind, usage.Count)));
    }

    /// <summary>A company in which some persons have left.</summary>
    internal static Company Leavers(int staff, int leavers)
    {
        var company = new Company(staff);
        for (int i = 0; i < leavers; i++)
        {
            company.Persons[i] = company.Persons[i] with { Status = "INACTIVE", LastDay = new DateOnly(2026, 11, 20) };
        }

        return company;
    }
}
