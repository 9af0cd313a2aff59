using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Matching;

/// <summary>Which account belongs to a person, and when that is ambiguous.</summary>
public sealed class MatchingTests
{
    private static readonly PersonRow s_ilka = Company.Person();

    [Theory]
    [InlineData("20417", "20417", true)]
    [InlineData("20417", " 20417 ", true)]
    [InlineData("0417", "417", false)]
    [InlineData("417", "0417", false)]
    [InlineData("a17", "A17", false)]
    public void Keys_compare_as_whole_text_with_leading_zeros(string personId, string key, bool isLinked)
    {
        PersonRow person = Company.Person(personId, email: null);
        AccountRow account = Company.AccountOf(Company.Person("x", "Other", "Name", email: null), key: key);

        PlanRow[] rows = new Company().Set(o => o with { IncludeUnchanged = true, AllowNoEmail = true })
            .Add(person, Company.With(account, ("name.given", "Ilka"), ("name.family", "Broemse"))).RowsOf(personId);

        Assert.Equal(isLinked, Assert.Single(rows).Kind == PlanKind.Unchanged);
    }

    [Fact]
    public void An_empty_key_never_matches_an_empty_key()
    {
        AccountRow nobody = Company.AccountOf(Company.Person("x", "Service", "Desk", email: null), key: " ");

        Assert.Equal("Joiner Create", new Company().Set(o => o with { UseSecondKey = true }).Add(s_ilka,
            nobody).Says());
    }

    [Theory]
    [InlineData("ilka.broemse@example.org", "example.org", "Link Link")]
    [InlineData("ILKA.BROEMSE@EXAMPLE.ORG", "example.org", "Link Link")]
    [InlineData(" ilka.broemse@example.org ", "example.org", "Link Link")]
    [InlineData("ilka.broemse@example.org", "@Example.Org", "Link Link")]
    [InlineData("ilka.broemse@example.org", "other.example", "Finding NoEmployeeId")]
    [InlineData("ilka.broemse@example.org", "", "Finding NoEmployeeId")]
    public void An_account_without_a_key_is_linked_only_by_a_company_address(string address, string domain,
        string expected)
    {
        AccountRow account = Company.With(Company.AccountOf(s_ilka, key: null), ("email", address));

        Assert.Equal(expected, new Company().Set(o =>
            o with { EmailDomains = domain.Length == 0 ? [] : [domain] }).Add(s_ilka, account).Says());
    }

    [Theory]
    [InlineData("smtp:ilka.broemse@example.org", null)]
    [InlineData("SMTP:Ilka.Broemse@example.org", null)]
    [InlineData(null, "Ilka.Broemse@example.org")]
    public void Aliases_and_user_names_are_addresses_too(string? alias, string? userName)
    {
        AccountRow account = Company.With(Company.AccountOf(s_ilka, key: null), ("email", "old@example.org")) with
        {
            Aliases = alias is null ? [] : [alias], UserName = userName ?? "x",
        };

        Assert.Equal("Link Link", new Company().Add(s_ilka, account).Says());
    }

    [Fact]
    public void A_link_writes_only_the_key()
    {
        AccountRow account = Company.With(Company.AccountOf(s_ilka, key: null), ("title", "Old"));
        PlanRow row = Assert.Single(new Company().Add(s_ilka, account).RowsOf("20417"));

        Assert.Equal("""{"externalId":[null,"20417"]}""", row.Changes);
        Assert.Equal((MatchedBy.Email, FindingNames.NoEmployeeId), (row.MatchedBy, row.Finding));
    }

    [Fact]
    public void UpdateOnLink_updates_in_the_same_run()
    {
        AccountRow account = Company.With(Company.AccountOf(s_ilka, key: null), ("title", "Old"));

        Assert.Equal("Mover Update, Link Link", new Company().Set(o => o with { UpdateOnLink = true }).Add(s_ilka,
            account).Says());
    }

    [Fact]
    public void Two_accounts_with_one_key_get_no_write()
    {
        PersonRow gone = Company.Person(status: "INACTIVE", lastDay: new DateOnly(2026, 10, 1), email: null);
        Company company = new Company().AddLinked(gone);
        company.Accounts.Add(Company.AccountOf(gone) with { AccountId = "acc-2" });

        Assert.Equal("Finding SeveralAccounts", company.Says());
    }

    [Fact]
    public void Of_many_accounts_with_one_key_five_are_named_and_the_rest_are_counted()
    {
        Company company = new Company().AddLinked(s_ilka);
        company.Accounts.AddRange(Enumerable.Range(2, 6).Select(at =>
            Company.AccountOf(s_ilka) with { AccountId = $"acc-{at}", UserName = $"ilka{at}" }));

        string? reason = Assert.Single(
            company.RowsOf("20417"), row => row.Finding == FindingNames.SeveralAccounts).Reason;

        Assert.Contains("7 accounts", reason, StringComparison.Ordinal);
        Assert.Contains(" and 2 more", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_accounts_with_one_address_get_no_write()
    {
        AccountRow first = Company.AccountOf(s_ilka, key: null);
        Company company = new Company().Add(s_ilka, first);
        company.Accounts.Add(first with { AccountId = "acc-2", Email = "ILKA.BROEMSE@example.org" });

        Assert.Equal("Finding SeveralAccounts", company.Says());
    }

    [Fact]
    public void Two_persons_with_one_address_get_no_write()
    {
        PersonRow other = Company.Person("20418", "Ilka", "Broemse");
        Company company = new Company().AddLinked(s_ilka).Add(other);
        company.Accounts[^1] = Company.With(company.Accounts[^1], ("title", "Old"));

        Assert.Equal("Finding SharedEmail", company.Says());
        Assert.Equal("Finding SharedEmail", company.Says("20418"));
    }

    [Fact]
    public void A_leaver_does_not_count_as_sharing_an_address()
    {
        PersonRow gone = Company.Person("7", "Ilka", "Broemse", "INACTIVE", lastDay: new DateOnly(2020, 1, 1));

        Assert.Equal("", new Company().AddLinked(s_ilka).Add(gone).Says());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1000")]
    public void The_key_stays_valid_if_the_address_is_at_another_account(string? otherKey)
    {
        PersonRow renamed = s_ilka with { Email = "ilka.new@example.org" };
        AccountRow other = Company.AccountOf(Company.Person("x", "Some", "Body", email: "ilka.new@example.org"),
            key: null);
        Company company = new Company().Add(renamed, Company.With(Company.AccountOf(s_ilka), ("title", "Old")));
        company.Accounts.Add(other);
        if (otherKey is not null)
        {
            company.Accounts[^1] = company.Accounts[0] with { Aliases = ["ilka.new@example.org"] };
            company.Accounts.RemoveAt(0);
        }

        PlanRow[] rows = company.RowsOf("20417");

        Assert.Equal(
            """{"title":["Old","Planner"]}""", Assert.Single(rows, row => row.Action == PlanAction.Update).Changes);
        Assert.Equal(FindingNames.EmailElsewhere, Assert.Single(rows, row => row.Action == PlanAction.None).Finding);
    }

    [Fact]
    public void A_rename_with_a_new_address_keeps_the_account()
    {
        PersonRow renamed = s_ilka with { LastName = "Soerup", Email = "ilka.soerup@example.org" };
        PlanRow row = Assert.Single(new Company().Add(renamed, Company.AccountOf(s_ilka)).RowsOf("20417"));

        Assert.Equal((PlanAction.Update, PlanRisk.High), (row.Action, row.Risk));
        Assert.Equal(
            """{"email":["ilka.broemse@example.org","ilka.soerup@example.org"],"name.family":["Broemse","Soerup"]}""",
            row.Changes);
    }

    [Fact]
    public void An_account_of_a_person_who_is_missing_in_HR_is_a_finding_and_not_a_leaver()
    {
        Company company = new();
        company.Accounts.Add(Company.AccountOf(Company.Person("777", "Old", "Hand")));

        Assert.Equal("Finding NoPerson", company.Says("777"));
    }

    [Theory]
    [InlineData(true, true, "Leaver Disable")]
    [InlineData(false, true, "Finding NoPerson")]
    [InlineData(true, false, "Finding NoPerson")]
    public void DisableMissing_needs_an_earlier_run_to_compare_with(bool isAskedFor, bool hasLog, string expected)
    {
        Company company = new Company().Set(o => o with { DisableMissing = isAskedFor });
        company.Accounts.Add(Company.AccountOf(Company.Person("777", "Old", "Hand")));
        if (hasLog)
        {
            company.Logged(new LogEntry { Event = LogEvent.Compare, Persons = 60, Linked = 60 });
        }

        Assert.Equal(expected, company.Says("777"));
    }

    [Theory]
    [InlineData("INACTIVE", "Relink Relink")]
    [InlineData(null, "Relink Relink")]
    [InlineData("ACTIVE", "Finding KeyConflict")]
    public void An_address_at_the_account_of_another_person_is_a_conflict_or_a_relink_if_that_person_is_gone(
        string? statusOfOther, string expected)
    {
        Company company = new Company().Add(s_ilka);
        PersonRow other = Company.Person("333", "Ilka", "Broemse", statusOfOther, lastDay: statusOfOther == "INACTIVE"
            ? new DateOnly(2026, 11, 1) : null, email: null);
        company.Accounts.Add(Company.With(Company.AccountOf(other, key: "333"), ("email", s_ilka.Email)));
        if (statusOfOther is not null)
        {
            company.Persons.Add(other);
        }

        PlanRow row = Assert.Single(company.RowsOf("20417"), row => row.PersonId == "20417");

        Assert.Equal(expected, $"{row.Kind} {(row.Action == PlanAction.None ? row.Finding : row.Action)}");
        Assert.Equal(expected == "Relink Relink", row.NeedsApproval);
        Assert.DoesNotContain(company.Plan().Rows, r => r.PersonId == "333" && r.Action != PlanAction.None);
    }

    [Fact]
    public void A_relink_shows_both_keys()
    {
        Company company = new Company().Add(s_ilka);
        company.Accounts.Add(Company.AccountOf(s_ilka, enabled: false, key: "333"));
        PlanRow row = Assert.Single(company.RowsOf("20417"));

        Assert.Equal("""{"externalId":["333","20417"]}""", row.Changes);
        Assert.Contains("rehire or conversion?", row.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P-1", "P-1", 1, 1, "Link Link")]
    [InlineData("P-1", "P-2", 1, 1, "Joiner Create")]
    [InlineData("P-1", "P-1", 2, 1, "Finding KeyConflict")]
    [InlineData("P-1", "P-1", 1, 2, "Finding SeveralAccounts")]
    public void The_second_key_links_if_it_is_unique_on_both_sides(
        string ofPerson, string ofAccount, int persons, int accounts, string expected)
    {
        PersonRow person = s_ilka with { SecondKey = ofPerson };
        Company company = new Company().Set(o => o with { UseSecondKey = true }).Add(person);
        AccountRow account = Company.AccountOf(Company.Person("x", "Some", "Body", email: null),
            key: null) with { SecondKey = ofAccount };
        company.Accounts.AddRange(Enumerable.Range(0, accounts)
            .Select(i => account with { AccountId = $"second-{i}" }));
        company.Persons.AddRange(Enumerable.Range(1, persons - 1)
            .Select(i => Company.Person($"9{i}", "N", $"N{i}") with { SecondKey = ofPerson }));

        Assert.Equal(expected, company.Says());
    }

    [Fact]
    public void The_second_key_is_used_only_on_request()
    {
        AccountRow account = Company.AccountOf(Company.Person("x", "Some", "Body", email: null),
            key: null) with { SecondKey = "P-1" };

        Assert.Equal("Joiner Create", new Company().Add(s_ilka with { SecondKey = "P-1" }, account).Says());
    }

    [Theory]
    [InlineData("ACTIVE", "INACTIVE", "Link Link", "")]
    [InlineData("INACTIVE", "ACTIVE", "", "Link Link")]
    [InlineData("INACTIVE", "INACTIVE", "Finding SharedEmail", "Finding SharedEmail")]
    public void An_account_is_linked_to_one_person_preferring_active_persons_to_leavers(string first, string second,
        string ofFirst, string ofSecond)
    {
        DateOnly? Last(string status) => status == "ACTIVE" ? null : new DateOnly(2026, 11, 1);
        Company company = new Company()
            .Add(s_ilka with { Status = first, LastDay = Last(first) }, Company.AccountOf(s_ilka, key: null))
            .Add(Company.Person("20418", "Ilka", "Broemse", second, lastDay: Last(second)));

        Assert.Equal(ofFirst, string.Join(",", Rows(company, "20417")));
        Assert.Equal(ofSecond, string.Join(",", Rows(company, "20418")));
    }

    [Fact]
    public void An_account_that_matches_two_persons_by_different_rules_is_linked_to_neither()
    {
        Company company = new Company().Set(o => o with { UseSecondKey = true })
            .Add(s_ilka, Company.AccountOf(s_ilka, key: null) with { SecondKey = "P-1" })
            .Add(Company.Person("20418", "Other", "Person") with { SecondKey = "P-1" });

        Assert.Equal("Finding SharedEmail", string.Join(",", Rows(company, "20417")));
        Assert.Equal("Finding KeyConflict", string.Join(",", Rows(company, "20418")));
    }

    [Theory]
    [InlineData("Ilka Broemse", "x")]
    [InlineData("ILKA BRÖMSE", "x")]
    [InlineData("x", "ilka.broemse")]
    public void A_name_is_a_suggestion_and_never_a_match(string displayName, string userName)
    {
        AccountRow namesake = Company.AccountOf(Company.Person("x", "Some", "Body", email: null), key: null) with
        {
            DisplayName = displayName, UserName = userName,
        };
        PlanRow row = Assert.Single(new Company().Add(s_ilka, namesake).RowsOf("20417"));

        Assert.Equal((PlanAction.Create, PlanRisk.High), (row.Action, row.Risk));
        Assert.StartsWith("Suggestion: account", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Persons_out_of_scope_are_matched_but_not_changed()
    {
        PersonRow gone = s_ilka with { Status = "INACTIVE", LastDay = new DateOnly(2026, 11, 1) };
        Company company = new Company().Set(o =>
            o with { ExcludePerson = person => person.PersonId == "20417" }).AddLinked(gone);

        Assert.Equal("OutOfScope", company.Says());
        Assert.Equal(60, company.Plan().Base);
    }

    private static IEnumerable<string> Rows(Company company, string personId) => company.Plan().Rows
        .Where(row => row.PersonId == personId)
        .Select(row => $"{row.Kind} {(row.Action == PlanAction.None ? row.Finding : row.Action)}");
}
