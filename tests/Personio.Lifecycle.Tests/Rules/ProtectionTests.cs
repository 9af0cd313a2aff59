using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Rules;

/// <summary>Protected accounts are reported and never changed.</summary>
public sealed class ProtectionTests
{
    private static readonly PersonRow s_gone = Company.Person(lastDay: new DateOnly(2026, 11, 1));

    [Theory]
    [InlineData("acc-20417", true)]
    [InlineData("ilka.broemse", true)]
    [InlineData("ILKA.*", true)]
    [InlineData("*broemse", true)]
    [InlineData("ilka.broems?", true)]
    [InlineData("ilka.broemse@example.org", true)]
    [InlineData("ilka", false)]
    [InlineData("ilka?broemse?", false)]
    [InlineData("", false)]
    public void Accounts_are_protected_by_ids_and_user_names_with_wildcards(string pattern, bool isProtected)
    {
        Company company = new Company().Set(o => o with { Protect = [pattern] }).AddLinked(s_gone);

        Assert.Equal(isProtected ? "Finding Protected" : "Leaver Disable", company.Says());
    }

    public static TheoryData<string, Func<ComparisonOptions, ComparisonOptions>, Func<AccountRow, AccountRow>> Ways =>
        new()
    {
        { "role", o => o, account => account with { IsAdmin = true } },
        { "function", o => o with { ProtectAccount = account => account.UserName == "ilka.broemse" }, account =>
            account },
        { "immediate", o => o with { Immediate = ["20417"] }, account => account with { IsAdmin = true } },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Protection_takes_precedence_over_every_other_rule(
        string way, Func<ComparisonOptions, ComparisonOptions> options, Func<AccountRow, AccountRow> account)
    {
        Company company = new Company().Set(options).Add(s_gone, account(Company.AccountOf(s_gone)));

        Assert.Equal("Finding Protected", company.Says());
        Assert.Contains("left undone: Disable the account of", Assert.Single(company.RowsOf("20417")).Reason,
            StringComparison.Ordinal);
        Assert.NotEmpty(way);
    }

    [Fact]
    public void A_protected_account_is_not_updated_linked_or_enabled()
    {
        PersonRow person = Company.Person();
        AccountRow account = Company.With(Company.AccountOf(person, enabled: false),
            ("title", "Old")) with { IsAdmin = true };

        Assert.Equal("Finding Protected", new Company().Add(person, account).Says());
        Assert.Equal("Finding Protected", new Company().Add(person,
            Company.AccountOf(person, key: null) with { IsAdmin = true }).Says());
    }

    [Fact]
    public void A_protected_account_without_differences_has_no_row() => Assert.Equal(
        "", new Company().Set(o => o with { Protect = ["*"] }).AddLinked(Company.Person()).Says());

    [Fact]
    public void Accounts_without_a_key_are_written_only_by_a_link()
    {
        Company company = new();
        company.Accounts.Add(Company.AccountOf(Company.Person("x", "Backup", "Service", email: null), key: null));

        Assert.Empty(company.Plan().Rows);
    }

    [Fact]
    public void Admins_found_after_planning_are_removed_from_the_plan()
    {
        Company company = new Company().AddLinked(s_gone).AddLinked(Company.Person("2", "Other", "Leaver",
            lastDay: s_gone.LastDay));
        Lifecycle.Plan plan = company.Plan();

        Assert.Equal(["acc-20417", "acc-2"], plan.WrittenAccounts());
        Lifecycle.Plan safe = plan.WithProtected(["acc-20417"], "it holds an admin role");

        Assert.Equal("acc-2", Assert.Single(safe.Rows, row => row.Action != PlanAction.None).AccountId);
        Assert.Equal(FindingNames.Protected, Assert.Single(safe.Rows, row => row.AccountId == "acc-20417").Finding);
        Assert.Equal(1, Assert.Single(safe.Usage).Count);
        Assert.All(safe.Rows, row => Assert.True(RowCheck.IsIntact(row)));
    }

    [Fact]
    public void Accounts_that_only_get_other_updates_can_skip_the_role_check()
    {
        PersonRow person = Company.Person("5", "Mo", "Ver");
        Company company = new Company().AddLinked(s_gone).Add(person,
            Company.With(Company.AccountOf(person), ("title", "Old")));

        Assert.Equal(["acc-20417"], company.Plan().WrittenAccounts(sensitiveOnly: true));
    }
}
