using Personio.Lifecycle.Tests.Apply;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Plans;

/// <summary>Managers come last, by the account of the supervisor.</summary>
public sealed class ManagerTests
{
    private static readonly PersonRow s_ilka = Company.Person() with { SupervisorId = "1000" };

    [Theory]
    [InlineData("acc-1000", "")]
    [InlineData("acc-1001", "Mover LinkManager")]
    [InlineData(null, "Mover LinkManager")]
    public void The_manager_is_the_account_of_the_supervisor(string? present, string expected) => Assert.Equal(
        expected, Managed().Add(s_ilka, Company.With(Company.AccountOf(s_ilka), ("managerId", present))).Says());

    [Theory]
    [InlineData("20417", "their own supervisor")]
    [InlineData("404", "HR does not know supervisor 404")]
    [InlineData("gone", "has left")]
    [InlineData("noaccount", "has no account")]
    [InlineData("circle", "the supervisors form a circle")]
    public void A_manager_who_cannot_be_set_leaves_the_attribute_unchanged_and_adds_a_note(
        string supervisor, string note)
    {
        Company company = Managed()
            .AddLinked(Company.Person("gone", "Go", "Ne", "INACTIVE", lastDay: new DateOnly(2026, 1, 1)),
                enabled: false)
            .Add(Company.Person("noaccount", "No", "Account", email: null))
            .AddLinked(Company.Person("circle", "Cir", "Cle") with { SupervisorId = "20417" })
            .Add(s_ilka with { SupervisorId = supervisor },
                Company.With(Company.AccountOf(s_ilka), ("managerId", "old"), ("title", "Old")));

        PlanRow row = Assert.Single(company.RowsOf("20417"));

        Assert.Equal(PlanAction.Update, row.Action);
        Assert.Contains(note, row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_supervisor_leaves_the_manager_unchanged() => Assert.Equal(
        "", Managed().Add(s_ilka with { SupervisorId = null },
            Company.With(Company.AccountOf(s_ilka), ("managerId", "old"))).Says());

    [Fact]
    public void A_manager_whose_account_the_plan_creates_is_referenced_by_person()
    {
        PersonRow boss = Company.Person("1", "New", "Boss", "ONBOARDING", Company.Today);
        Company company = Managed().Add(boss).Add(s_ilka with { SupervisorId = "1" });
        PlanRow[] rows = [.. company.Plan().Rows];

        Assert.Equal(
            [(PlanAction.Create, "1"), (PlanAction.Create, "20417"), (PlanAction.LinkManager, "20417")],
            rows.Select(row => (row.Action, row.PersonId!)).OrderBy(pair => pair.Item1).ThenBy(pair => pair.Item2));
        Assert.Equal("""{"managerId":[null,"person:1"]}""", rows[^1].Changes);
        Assert.Null(rows[^1].AccountId);
    }

    [Fact]
    public void A_manager_may_be_identified_by_another_attribute_of_the_account()
    {
        Company company = Managed("DistinguishedName").Add(s_ilka, Company.AccountOf(s_ilka));
        company.Accounts[0] = Company.With(company.Accounts[0], ("DistinguishedName", "CN=Boss"));

        Assert.Equal("""{"managerId":[null,"CN=Boss"]}""", Assert.Single(company.RowsOf("20417")).Changes);
    }

    [Fact]
    public void A_manager_whose_account_lacks_the_attribute_is_not_said_to_have_no_account()
    {
        AccountRow account = Company.With(Company.AccountOf(s_ilka), ("title", "Old"));

        PlanRow row = Assert.Single(Managed("DistinguishedName").Add(s_ilka, account).RowsOf("20417"));

        Assert.Equal("The manager is unchanged: the account of First0 Last0 has no DistinguishedName.", row.Note);
    }

    [Fact]
    public void A_manager_identified_by_two_attributes_is_one_row_that_can_be_applied()
    {
        PersonRow boss = Company.Person("1", "New", "Boss", "ONBOARDING", Company.Today);
        Company company = Managed().Set(o => o with
        {
            Map = o.Map.With(new AttributeRule("managerMail", AttributeSource.Supervisor("email"))),
        });
        company.Add(boss).Add(s_ilka with { SupervisorId = "1" });
        var applied = new Applied(company);
        applied.Options = applied.Options with { Map = company.Options.Map };

        Assert.Equal("Create Done, Create Done, LinkManager Done", applied.Says());
        AccountRow made = applied.Directory.All.Single(account => account.Key == "20417");
        Assert.Equal(applied.Directory.All.Single(account => account.Key == "1").AccountId, made.Get("managerId"));
        Assert.Equal(boss.Email, made.Get("managerMail"));
    }

    private static Company Managed(string? attribute = null) => new Company().Set(o => o with
    {
        Map = o.Map.With(new AttributeRule("managerId", AttributeSource.Supervisor(attribute))),
    });
}
