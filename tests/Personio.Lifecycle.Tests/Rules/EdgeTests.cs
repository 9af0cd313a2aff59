using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Rules;

/// <summary>The edges of rules about persons: the last day, the last number and the last person for which each
/// holds.</summary>
public sealed class EdgeTests
{
    private static readonly DateOnly s_today = Company.Today;

    [Theory]
    [InlineData(90, false)]
    [InlineData(89, true)]
    public void Nine_of_ten_persons_of_the_last_run_are_accepted_and_no_fewer(int persons, bool isRefused)
    {
        Company company = new Company(persons).Logged(new LogEntry { Event = LogEvent.Compare, Persons = 100 });

        Assert.Equal(isRefused, Record.Exception(() => company.Plan()) is LifecycleException);
    }

    [Theory]
    [InlineData(10, 3, false)]
    [InlineData(10, 4, true)]
    [InlineData(76, 4, false)]
    [InlineData(75, 4, true)]
    public void Three_accounts_of_unknown_persons_are_accepted_in_any_directory(int known, int unknown, bool isRefused)
    {
        var company = new Company(known);
        company.Accounts.AddRange(Enumerable.Range(0, unknown).Select(i =>
            Company.AccountOf(Company.Person($"u{i}", "Un", $"Known{i}"))));

        Assert.Equal(isRefused, Record.Exception(() => company.Plan()) is LifecycleException);
    }

    [Fact]
    public void A_start_that_is_withdrawn_on_its_day_is_an_end_and_not_a_withdrawal() => Assert.Equal(
        "Leaver Disable",
        new Company().AddLinked(Company.Person(status: "INACTIVE", startDate: s_today)).Says());

    [Theory]
    [InlineData(7, "")]
    [InlineData(8, "Leaver Disable")]
    public void A_person_who_returns_within_the_lead_days_keeps_the_account_without_access(int days, string disabled)
    {
        PersonRow person = Company.Person() with
        {
            Employments =
            [
                new() { Status = "INACTIVE", StartDate = new(2020, 1, 1), TerminationDate = s_today.AddDays(-20) },
                new() { Status = "ONBOARDING", StartDate = s_today.AddDays(days) },
            ],
        };

        // An enabled account is disabled in both cases; a disabled one is updated only if the person starts soon.
        AccountRow other = Company.With(Company.AccountOf(person, enabled: false), ("title", "Old"));
        Assert.Equal("Leaver Disable", new Company().AddLinked(person).Says());
        Assert.Equal(disabled.Length == 0 ? "Mover Update" : "", new Company().Add(person, other).Says());
    }

    [Fact]
    public void A_person_on_leave_gets_a_disabled_account_when_leave_disables() => Assert.Contains(
        "\"enabled\":[null,\"false\"]",
        Assert.Single(new Company().Set(o => o with { OnLeave = OnLeave.Disable })
            .Add(Company.Person(status: "LEAVE")).RowsOf("20417")).Changes,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(3, "Rehire Enable")]
    [InlineData(4, "")]
    public void An_account_is_enabled_the_given_number_of_days_early(int days, string expected) => Assert.Equal(
        expected,
        new Company().Set(o => o with { EnableDaysBefore = 3 })
            .AddLinked(Company.Person(status: "ONBOARDING", startDate: s_today.AddDays(days)), enabled: false).Says());

    [Theory]
    [InlineData(181, true)]
    [InlineData(180, false)]
    public void An_account_counts_as_long_disabled_after_half_a_year(int days, bool isFound)
    {
        Company company = new Company().Set(o => o with { IncludeUnchanged = true })
            .AddLinked(Company.Person(status: "INACTIVE", lastDay: s_today.AddDays(-days)), enabled: false);

        Assert.Equal(isFound ? "Finding DisabledLong" : "Unchanged", company.Says());
    }

    [Theory]
    [InlineData("ACTIVE", "High")]
    [InlineData("INACTIVE", "Medium")]
    public void Direct_reports_count_unless_they_have_left(string status, string risk)
    {
        var company = new Company();
        for (int i = 0; i < 6; i++)
        {
            company.AddLinked(Company.Person($"r{i}", "Re", $"Port{i}", i == 0 ? status : "ACTIVE",
                lastDay: i == 0 && status == "INACTIVE" ? s_today.AddDays(-3) : null) with { SupervisorId = "20417" },
                enabled: i > 0 || status == "ACTIVE");
        }

        company.AddLinked(Company.Person(status: "INACTIVE", lastDay: s_today.AddDays(-1)));

        Assert.Equal(risk, Assert.Single(company.RowsOf("20417")).Risk.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Enabling_without_a_log_causes_a_warning(bool hasLog)
    {
        Company company = new Company().AddLinked(Company.Person(), enabled: false);
        if (hasLog)
        {
            company.Logged(new LogEntry { Event = LogEvent.Compare });
        }

        Assert.Equal(!hasLog, company.Plan().Warnings.Any(text => text.Contains("-LogPath", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(WriteWhen.Always, true)]
    [InlineData(WriteWhen.Create, false)]
    public void A_manager_that_is_set_only_at_creation_is_not_changed_later(WriteWhen when, bool isChanged)
    {
        AttributeMap map = MapPresets.PingOne.With(
            new AttributeRule("manager", AttributeSource.Supervisor()) { When = when });
        Company company = new Company().Set(o => o with { Map = map })
            .AddLinked(Company.Person() with { SupervisorId = "1000" });

        Assert.Equal(isChanged ? "Mover LinkManager" : "", company.Says());
    }
}
