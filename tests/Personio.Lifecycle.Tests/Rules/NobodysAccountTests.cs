using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Rules;

/// <summary>Accounts that belong to nobody: reported by an audit, but not by a nightly run.</summary>
public sealed class NobodysAccountTests
{
    private static readonly AccountRow s_service =
        Company.AccountOf(Company.Person("svc", "Print", "Server", email: null), key: null);

    [Theory]
    [InlineData(true, "Finding NoPerson")]
    [InlineData(false, "")]
    public void An_enabled_account_without_key_and_address_is_found_if_all_findings_are_requested(bool all,
        string expected) =>
        Assert.Equal(expected, With(all, s_service).Says("svc"));

    [Fact]
    public void A_disabled_account_is_not_reported() =>
        Assert.Equal("", With(true, s_service with { Enabled = false }).Says("svc"));

    [Fact]
    public void A_protected_account_is_not_reported() => Assert.Equal(
        "", With(true, s_service).Set(o => o with { Protect = ["print.*"] }).Says("svc"));

    [Fact]
    public void An_account_with_the_address_of_a_person_belongs_to_somebody_however_many_share_it()
    {
        PersonRow ilka = Company.Person();
        AccountRow first = Company.AccountOf(ilka, key: null);

        Company company = With(true, first, first with { AccountId = "acc-2" }).Add(ilka);

        Assert.Equal("Finding SeveralAccounts", company.Says());
        Assert.Equal("", company.Says("acc-2"));
    }

    [Fact]
    public void An_account_with_the_second_key_of_a_person_belongs_to_somebody()
    {
        PersonRow ilka = Company.Person() with { SecondKey = "P7" };
        AccountRow account = Company.With(s_service with { SecondKey = "P7" });

        Assert.Equal("Link Link", With(true, account).Set(o => o with { UseSecondKey = true }).Add(ilka).Says("svc"));
    }

    private static Company With(bool all, params AccountRow[] accounts)
    {
        Company company = new Company().Set(o => o with { IncludeUnchanged = all });
        company.Accounts.AddRange(accounts);
        return company;
    }
}
