using System.Text;
using Personio.Lifecycle.Tests.Apply;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Matching;

/// <summary>Addresses match however their letters are composed, and are checked again when the link is made.</summary>
public sealed class AddressTests
{
    private static readonly PersonRow s_jule = Company.Person("7", "Jule", "Grün", email: "jule.grün@example.org");

    [Fact]
    public void An_address_with_decomposed_letters_is_the_same_address()
    {
        AccountRow account = Company.AccountOf(s_jule, key: null) with
        {
            UserName = "jg", Email = s_jule.Email!.Normalize(NormalizationForm.FormD),
        };

        Assert.Equal("Link Link", new Company().Add(s_jule, account).Says("7"));
    }

    [Fact]
    public void Two_persons_share_an_address_however_it_is_composed()
    {
        PersonRow other = s_jule with { PersonId = "8", Email = s_jule.Email!.Normalize(NormalizationForm.FormD) };

        Assert.Equal("Finding SharedEmail", new Company().Add(s_jule).Add(other).Says("8"));
    }

    [Fact]
    public void A_protected_name_protects_however_it_is_composed()
    {
        Company company = new Company().Set(o => o with { Protect = ["jule.grün"] })
            .Add(s_jule with { Status = "INACTIVE", LastDay = Company.Today.AddDays(-2) },
                Company.AccountOf(s_jule) with { UserName = "jule.grün".Normalize(NormalizationForm.FormD) });

        Assert.Equal("Finding Protected", company.Says("7"));
    }

    [Fact]
    public void A_user_name_is_taken_however_it_is_composed()
    {
        AccountRow stranger = Company.AccountOf(Company.Person("x", "Some", "Body", email: null), key: null) with
        {
            UserName = "JULE.GRÜN".Normalize(NormalizationForm.FormD),
        };
        Company company = new Company()
            .Set(o => o with
            {
                Map = o.Map.With(new AttributeRule("username", AttributeSource.Computed(_ => "jule.grün"))),
            })
            .Add(s_jule, stranger);

        Assert.Equal("Finding UserNameNeeded", company.Says("7"));
    }

    [Theory]
    [InlineData("jule.grün@example.org", "Link Done")]
    [InlineData("someone@example.org", "Link Stale")]
    [InlineData(null, "Link Stale")]
    public void An_account_is_linked_only_while_it_has_the_address(string? email, string expected)
    {
        var applied = new Applied(new Company().Add(s_jule, Company.AccountOf(s_jule, key: null)));
        applied.Directory["acc-7"] = applied.Directory["acc-7"] with { Email = email };

        Assert.Equal(expected, applied.Says());
    }

    [Theory]
    [InlineData("ACTIVE", "")]
    [InlineData("INACTIVE", "; Jule Grün has left, and none of them is disabled")]
    public void Several_accounts_of_a_person_can_be_told_apart_and_stay_as_they_are(string status, string end)
    {
        PersonRow person = s_jule with { Status = status, LastDay = status == "INACTIVE" ? new(2026, 11, 1) : null };
        AccountRow account = Company.AccountOf(person);
        Company company = new Company().Add(person, account);
        company.Accounts.Add(account with { AccountId = "acc-b", UserName = "jg" });

        Assert.Equal(
            $"2 accounts are linked to person 7: Jule Grün (jule.grün), Jule Grün (jg){end}.",
            Assert.Single(company.Plan().Rows, row => row.PersonId == "7").Reason);
    }

    [Theory]
    [InlineData("ACTIVE", PlanRisk.Low, "and no key yet.")]
    [InlineData("INACTIVE", PlanRisk.High, "so the next comparison disables the account; needs approval.")]
    public void Linking_an_account_to_a_leaver_needs_approval_because_it_ends_in_disabling(
        string status, PlanRisk risk, string text)
    {
        PersonRow person = s_jule with { Status = status, LastDay = status == "INACTIVE" ? new(2026, 11, 1) : null };

        PlanRow row = Assert.Single(new Company().Add(person, Company.AccountOf(person, key: null)).RowsOf("7"));

        Assert.Equal((PlanAction.Link, risk), (row.Action, row.Risk));
        Assert.EndsWith(text, row.Reason, StringComparison.Ordinal);
    }
}
