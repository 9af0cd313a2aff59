using System.Globalization;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Rules;

/// <summary>A side that cannot have been read completely ends the comparison, with figures.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public void A_company_without_any_persons_is_rejected() =>
        Assert.Contains("HR has no persons", Refusal(company => company.Persons.Clear()), StringComparison.Ordinal);

    [Fact]
    public void A_directory_without_any_accounts_has_to_be_confirmed() => Assert.Contains(
        "specify -AllowEmptyDirectory", Refusal(company => company.Accounts.Clear()), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(60, true)]
    public void An_empty_directory_is_accepted_on_request_unless_the_log_contradicts_it(int? linked, bool isRefused)
    {
        Company company = new Company(20).Set(o => o with { AllowEmptyDirectory = true });
        company.Accounts.Clear();
        if (linked is not null)
        {
            company.Logged(new LogEntry { Event = LogEvent.Compare, Persons = 20, Linked = linked });
        }

        if (isRefused)
        {
            LifecycleException fault = Assert.Throws<LifecycleException>(company.Plan);
            Assert.Equal(LifecycleErrors.SourceIncomplete, fault.ErrorId);
            Assert.Contains("each directory needs its own log", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("-AllowEmptyDirectory", fault.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(20, company.Plan().Rows.Count(row => row.Action == PlanAction.Create));
        }
    }

    [Theory]
    [InlineData(66, false)]
    [InlineData(67, true)]
    public void Less_than_nine_tenths_of_the_last_run_is_rejected(int last, bool isRefused)
    {
        Company company = new Company(60).Logged(new LogEntry { Event = LogEvent.Compare, Persons = last,
            Linked = 60 });

        if (isRefused)
        {
            Assert.Contains("HR has 60 persons, the last run had 67",
                Assert.Throws<LifecycleException>(company.Plan).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(company.Plan().IsEmpty);
        }
    }

    [Theory]
    [InlineData(60, 3, false)]
    [InlineData(60, 4, true)]
    [InlineData(100, 5, false)]
    [InlineData(100, 6, true)]
    public void Too_many_linked_accounts_without_a_person_indicate_a_truncated_list(
        int linked, int missing, bool isRefused)
    {
        var company = new Company(linked);
        company.Persons.RemoveRange(0, missing);

        if (isRefused)
        {
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"{missing} of {linked} linked accounts"),
                Assert.Throws<LifecycleException>(company.Plan).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(missing, company.Plan().Rows.Count(row => row.Finding == FindingNames.NoPerson));
        }
    }

    [Theory]
    [InlineData("Status", "no person has a status")]
    [InlineData("StartDate", "no person has a first day")]
    public void A_column_that_the_rules_need_must_not_be_empty_in_every_row(string column, string expected)
    {
        string message = Refusal(company => Change(company, person => column == "Status"
            ? person with { Status = " " }
            : person with { StartDate = null }));

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(1, false, true)]
    [InlineData(3, true, false)]
    [InlineData(4, true, true)]
    public void Leavers_without_any_last_day_are_accepted_if_they_are_few_and_the_column_exists(
        int inactive, bool hasColumn, bool isRefused)
    {
        var company = new Company(60);
        for (int i = 0; i < inactive; i++)
        {
            company.Persons[i] = company.Persons[i] with { Status = "INACTIVE" };
        }

        void Compare() => DirectoryComparison.Compare(company.Input() with { HasLastDayColumns = hasColumn },
            company.Options);

        Exception? fault = Record.Exception(Compare);
        Assert.Equal(isRefused, fault is LifecycleException { ErrorId: LifecycleErrors.SourceIncomplete });
        Assert.Equal(isRefused, fault is not null);
    }

    [Fact]
    public void A_PersonId_must_not_be_empty() => Assert.Contains(
        "PersonId is empty in 1 of 61 persons", Refusal(company => company.Persons.Add(Company.Person(" "))),
            StringComparison.Ordinal);

    [Fact]
    public void A_PersonId_must_not_occur_twice() => Assert.Contains(
        "PersonId 1000 occurs more than once", Refusal(company => company.Persons.Add(Company.Person(" 1000 "))),
            StringComparison.Ordinal);

    [Fact]
    public void An_account_id_must_not_be_empty_or_occur_twice()
    {
        Assert.Contains("UserId is empty", Refusal(c => c.Accounts.Add(new AccountRow { Enabled = true })),
            StringComparison.Ordinal);
        Assert.Contains("acc-1000 occurs more than once", Refusal(c => c.Accounts.Add(c.Accounts[0])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_account_must_say_whether_it_is_enabled() => Assert.Contains(
        "Enabled is empty in 1 of 60", Refusal(c => c.Accounts[0] = c.Accounts[0] with { Enabled = null }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(60, 60, false)]
    [InlineData(61, null, true)]
    [InlineData(null, 61, true)]
    [InlineData(59, 59, false)]
    public void Fewer_accounts_than_the_directory_reports_indicate_a_truncated_list(int? reported, int? populations,
        bool isRefused)
    {
        var company = new Company(60);
        ComparisonInput input = company.Input() with { ReportedAccounts = reported, PopulationAccounts = populations };

        Exception? fault = Record.Exception(() => DirectoryComparison.Compare(input, company.Options));

        Assert.Equal(isRefused, fault is not null);
        Assert.True(fault?.Message.Contains(
            "60 accounts were read, the directory says it has 61", StringComparison.Ordinal) ?? true);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(60, true)]
    public void A_directory_without_any_key_is_a_first_run_unless_the_log_has_linked_accounts(int? linked,
        bool isRefused)
    {
        var company = new Company(60);
        for (int i = 0; i < company.Accounts.Count; i++)
        {
            company.Accounts[i] = Company.AccountOf(company.Persons[i], key: null);
        }

        if (linked is not null)
        {
            company.Logged(new LogEntry { Event = LogEvent.Compare, Persons = 60, Linked = linked });
        }

        if (isRefused)
        {
            string message = Assert.Throws<LifecycleException>(company.Plan).Message;
            Assert.Contains("no account has a key", message, StringComparison.Ordinal);
            Assert.Contains("each directory needs its own log", message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(60, company.Plan().Rows.Count(row => row.Action == PlanAction.Link));
        }
    }

    [Fact]
    public void A_comparison_logs_the_numbers_of_persons_and_accounts()
    {
        LogEntry entry = new Company(60).Plan().ToLogEntry();

        Assert.Equal((LogEvent.Compare, 60, 60, 60, "plan-1"),
            (entry.Event, entry.Persons, entry.Accounts, entry.Linked, entry.PlanId));
    }

    private static string Refusal(Action<Company> harm)
    {
        var company = new Company(60);
        harm(company);
        LifecycleException fault = Assert.Throws<LifecycleException>(company.Plan);
        Assert.Equal(LifecycleErrors.SourceIncomplete, fault.ErrorId);
        return fault.Message;
    }

    private static void Change(Company company, Func<PersonRow, PersonRow> change)
    {
        for (int i = 0; i < company.Persons.Count; i++)
        {
            company.Persons[i] = change(company.Persons[i]);
        }
    }
}
