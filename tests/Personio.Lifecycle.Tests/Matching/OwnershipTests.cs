using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Matching;

/// <summary>Who owns an account that two persons could claim.</summary>
public sealed class OwnershipTests
{
    private static readonly DateOnly s_past = Company.Today.AddDays(-20);
    private static readonly PersonRow s_ilka = Company.Person();

    [Fact]
    public void A_leaver_loses_access_even_if_a_new_person_has_the_address()
    {
        PersonRow gone = Company.Person("1", "Ilka", "Broemse", "INACTIVE", lastDay: s_past);

        Company company = new Company().AddLinked(gone).AddLinked(s_ilka);

        Assert.StartsWith("Leaver Disable", company.Says("1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INACTIVE", -20, "Relink Relink")]
    [InlineData("ONBOARDING", 5, "Finding KeyConflict")]
    [InlineData("ON A BREAK", -20, "Finding KeyConflict")]
    [InlineData("ACTIVE", -20, "Finding KeyConflict")]
    public void An_account_changes_hands_only_after_its_owner_has_left(string status, int start, string expected)
    {
        PersonRow owner = Company.Person("1", "Old", "Owner", status, Company.Today.AddDays(start), email: null);
        AccountRow account = Company.AccountOf(s_ilka, enabled: false, key: "1");

        Assert.Equal(expected, new Company().Set(o => o with { AllowNoEmail = true }).Add(owner, account).Add(s_ilka)
            .Says());
    }

    [Fact]
    public void One_of_two_accounts_of_a_former_owner_does_not_change_hands()
    {
        PersonRow owner = Company.Person("1", "Old", "Owner", "INACTIVE", lastDay: s_past, email: null);
        AccountRow account = Company.AccountOf(s_ilka, enabled: false, key: "1");
        AccountRow second = Company.AccountOf(owner, enabled: false);

        Assert.Equal("Finding KeyConflict", new Company().Add(owner, account).Add(s_ilka, second).Says());
    }

    [Theory]
    [InlineData("P7", "Finding KeyConflict")]
    [InlineData("P8", "Link Link")]
    public void A_second_key_that_two_persons_share_links_neither(string other, string expected)
    {
        PersonRow namesake = Company.Person("2", "Other", "Person", email: null) with { SecondKey = other };
        AccountRow account = Company.AccountOf(Company.Person("x", "Some", "Body", email: null), key: null) with
        {
            SecondKey = "P7",
        };

        Company company = new Company().Set(o => o with { UseSecondKey = true, AllowNoEmail = true })
            .Add(s_ilka with { SecondKey = "P7" }, account).AddLinked(namesake);

        Assert.Equal(expected, company.Says());
    }

    [Fact]
    public void Two_accounts_of_an_unknown_person_both_stay_enabled()
    {
        AccountRow first = Company.AccountOf(Company.Person("u1", "Un", "Known"));
        Company company = new Company().Set(o => o with { DisableMissing = true })
            .Logged(new LogEntry { Event = LogEvent.Compare, Persons = 60 });
        company.Accounts.AddRange([first, first with { AccountId = "acc-u2" }]);

        Assert.Equal("Finding SeveralAccounts, Finding SeveralAccounts", company.Says("u1"));
    }

    [Theory]
    [InlineData(true, "Finding NoPerson")]
    [InlineData(false, "")]
    public void A_disabled_account_of_an_unknown_person_is_reported_only_on_request(bool all, string expected)
    {
        Company company = new Company().Set(o => o with { IncludeUnchanged = all });
        company.Accounts.Add(Company.AccountOf(Company.Person("u1", "Un", "Known"), enabled: false));

        Assert.Equal(expected, company.Says("u1"));
    }

    [Theory]
    [InlineData(true, "Link Link")]
    [InlineData(false, "")]
    public void A_leaver_is_linked_only_to_be_disabled(bool enabled, string expected)
    {
        PersonRow gone = Company.Person(status: "INACTIVE", lastDay: s_past);

        Assert.Equal(expected, new Company().Set(o => o with { UpdateOnLink = true })
            .Add(gone, Company.With(Company.AccountOf(gone, enabled, key: null), ("title", "Old"))).Says());
    }

    [Fact]
    public void An_excluded_person_takes_no_account_from_its_owner()
    {
        PersonRow gone = Company.Person("1", "Old", "Owner", "INACTIVE", lastDay: s_past, email: null);
        AccountRow account = Company.With(Company.AccountOf(gone), ("email", s_ilka.Email));

        Company company = new Company().Set(o => o with { ExcludePerson = person => person.PersonId == "20417" })
            .Add(gone, account).Add(s_ilka);

        Assert.Equal("Leaver Disable", company.Says("1"));
    }
}
