using System.Globalization;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Rules;

/// <summary>Who joins, moves, leaves and returns, according to HR on November 26, 2026.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData("ACTIVE", "2026-11-26", "")]
    [InlineData("ACTIVE", "2026-11-25", "Leaver Disable")]
    [InlineData("INACTIVE", "2026-11-26", "")]
    [InlineData("INACTIVE", "2026-11-25", "Leaver Disable")]
    [InlineData("INACTIVE", null, "Leaver Disable")]
    [InlineData("INACTIVE", "2026-12-31", "")]
    [InlineData("LEAVE", null, "")]
    [InlineData("LEAVE", "2026-11-25", "Leaver Disable")]
    [InlineData("leave", null, "")]
    [InlineData("UNSPECIFIED", null, "Finding StatusUnclear")]
    [InlineData("Retired", null, "Finding StatusUnclear")]
    [InlineData(null, null, "Finding StatusUnclear")]
    [InlineData("UNSPECIFIED", "2026-11-25", "Leaver Disable")]
    public void A_person_leaves_by_date_or_by_status_and_works_through_the_last_day(string? status, string? lastDay,
        string expected) =>
        Assert.Equal(expected, new Company().AddLinked(Company.Person(status: status, lastDay: Day(lastDay))).Says());

    [Theory]
    [InlineData("ACTIVE", "2024-01-31", "Finding StatusUnclear")]
    [InlineData("LEAVE", "2024-01-31", "Finding StatusUnclear")]
    [InlineData("INACTIVE", "2024-01-31", "Leaver Disable")]
    [InlineData("ACTIVE", "2024-02-01", "Leaver Disable")]
    public void A_last_day_before_the_first_does_not_end_an_ongoing_employment(
        string status, string lastDay, string expected)
    {
        Company company = new Company().AddLinked(Company.Person(status: status, lastDay: Day(lastDay)));

        Assert.Equal(expected, company.Says());
        Assert.Equal(expected.StartsWith("Finding", StringComparison.Ordinal),
            company.Plan().Rows[0].Reason!.EndsWith(
                "and the last day, 31 January 2024, is before the first, 1 February 2024.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "2026-11-25", "Leaver Disable")]
    [InlineData(1, "2026-11-25", "")]
    [InlineData(3, "2026-11-23", "")]
    [InlineData(3, "2026-11-22", "Leaver Disable")]
    public void Grace_days_come_after_the_last_day(int graceDays, string lastDay, string expected) => Assert.Equal(
        expected,
        new Company().Set(o => o with { GraceDays =
            graceDays }).AddLinked(Company.Person(lastDay: Day(lastDay))).Says());

    [Theory]
    [InlineData("2026-11-20", "2026-12-31", null, "", "Leaver Disable")]
    [InlineData(null, "2026-11-20", null, "", "Leaver Disable")]
    [InlineData(null, null, "2026-11-20", "", "Leaver Disable")]
    [InlineData("2026-12-31", null, "2026-11-20", "", "")]
    [InlineData("2026-12-31", null, "2026-11-20", "LastWorkingDay", "Leaver Disable")]
    [InlineData("2026-11-20", null, "2026-12-31", "LastWorkingDay", "Leaver Disable")]
    public void The_last_day_is_the_termination_date_else_the_end_date_else_the_last_working_day(
        string? termination, string? end, string? working, string leaverDay, string expected)
    {
        PersonRow person = Company.Person() with
        {
            TerminationDate = Day(termination), EmploymentEndDate = Day(end), LastWorkingDay = Day(working),
        };
        LeaverDay which = leaverDay.Length == 0 ? LeaverDay.LastDay : Enum.Parse<LeaverDay>(leaverDay);

        Assert.Equal(expected, new Company().Set(o => o with { LeaverDay = which }).AddLinked(person).Says());
    }

    [Theory]
    [InlineData("ACTIVE", false, "2026-11-20", null, "Finding ContractEnded")]
    [InlineData("ACTIVE", true, "2026-11-20", null, "Leaver Disable")]
    [InlineData("ACTIVE", false, "2026-11-26", null, "")]
    [InlineData("ACTIVE", false, "2026-11-20", "2026-11-20", "Finding ContractEnded")]
    [InlineData("LEAVE", false, "2026-11-20", null, "Finding ContractEnded")]
    [InlineData("ACTIVE", true, "2026-12-01", null, "")]
    public void The_end_of_a_contract_counts_only_on_request(
        string status, bool trust, string contractEnd, string? lastDay, string expected)
    {
        PersonRow person = Company.Person(status: status,
            lastDay: Day(lastDay)) with { ContractEndDate = Day(contractEnd) };

        Assert.Equal(expected, new Company().Set(o => o with { TrustContractEnd = trust }).AddLinked(person).Says());
    }

    [Theory]
    [InlineData(8, "NotYet")]
    [InlineData(7, "Joiner Create")]
    [InlineData(0, "Joiner Create")]
    [InlineData(-3, "Joiner Create")]
    public void A_joiner_gets_an_account_within_the_lead_days(int daysAhead, string expected) => Assert.Equal(
        expected, new Company().Add(Company.Person(status: "ONBOARDING",
            startDate: Company.Today.AddDays(daysAhead))).Says());

    [Theory]
    [InlineData(7, 0, "false")]
    [InlineData(1, 0, "false")]
    [InlineData(0, 0, "true")]
    [InlineData(-1, 0, "true")]
    [InlineData(2, 2, "true")]
    [InlineData(3, 2, "false")]
    public void A_new_account_is_disabled_before_the_first_day(int daysAhead, int enableDaysBefore, string enabled)
    {
        PlanRow row = Assert.Single(new Company().Set(o => o with { EnableDaysBefore = enableDaysBefore })
            .Add(Company.Person(status: "ONBOARDING", startDate: Company.Today.AddDays(daysAhead))).RowsOf("20417"));

        Assert.Equal(enabled, row.GetChanges().Single(change => change.Name == "enabled").New);
    }

    [Theory]
    [InlineData("ACTIVE", 1, true, "Finding StartMoved")]
    [InlineData("ONBOARDING", 30, true, "Finding StartMoved")]
    [InlineData("ONBOARDING", 30, false, "")]
    [InlineData("ONBOARDING", 0, true, "")]
    public void A_start_that_was_moved_to_the_future_disables_nobody(string status, int daysAhead, bool enabled,
        string expected) =>
        Assert.Equal(
            expected,
            new Company().AddLinked(Company.Person(status: status, startDate: Company.Today.AddDays(daysAhead)),
                enabled).Says());

    [Theory]
    [InlineData("INACTIVE", 5, null, true, "Rescinded Disable")]
    [InlineData("INACTIVE", 5, null, false, "Rescinded")]
    [InlineData("INACTIVE", 5, -2, true, "Rescinded Disable")]
    [InlineData("ONBOARDING", 5, 4, true, "Rescinded Disable")]
    [InlineData("INACTIVE", -5, null, true, "Leaver Disable")]
    public void A_start_that_was_withdrawn_is_rescinded(string status, int start, int? last, bool enabled,
        string expected)
    {
        PersonRow person = Company.Person(
            status: status, startDate: Company.Today.AddDays(start), lastDay: last is { } days
                ? Company.Today.AddDays(days) : null);

        Assert.Equal(expected, new Company().AddLinked(person, enabled).Says());
    }

    [Fact]
    public void A_withdrawn_start_creates_no_account() => Assert.Equal(
        "", new Company().Add(Company.Person(status: "INACTIVE", startDate: Company.Today.AddDays(3))).Says());

    [Theory]
    [InlineData(OnLeave.Keep, true, "")]
    [InlineData(OnLeave.Disable, true, "Leaver Disable")]
    [InlineData(OnLeave.Disable, false, "")]
    [InlineData(OnLeave.Keep, false, "Rehire Enable")]
    public void Leave_is_not_leaving(OnLeave policy, bool enabled, string expected) => Assert.Equal(
        expected, new Company().Set(o => o with { OnLeave = policy }).AddLinked(Company.Person(status: "LEAVE"),
            enabled).Says());

    [Theory]
    // A company switch: the old employment ended, and the new one starts immediately or within the bridge.
    [InlineData("INACTIVE|2020-01-01|2026-11-25", "ACTIVE|2026-11-26|", "")]
    [InlineData("INACTIVE|2020-01-01|2026-11-25", "ONBOARDING|2026-11-27|", "")]
    [InlineData("INACTIVE|2020-01-01|2026-11-25", "ONBOARDING|2026-11-28|", "")]
    [InlineData("INACTIVE|2020-01-01|2026-11-25", "ONBOARDING|2026-11-29|", "Leaver Disable")]
    [InlineData("INACTIVE|2020-01-01|2026-11-25", "ONBOARDING|2027-03-01|", "Leaver Disable")]
    [InlineData("INACTIVE|2020-01-01|", "ONBOARDING|2026-11-29|", "")]
    [InlineData("INACTIVE|2020-01-01|", "ONBOARDING|2026-11-30|", "Leaver Disable")]
    [InlineData("ACTIVE|2020-01-01|", "INACTIVE|2015-01-01|2019-12-31", "")]
    [InlineData("INACTIVE|2020-01-01|2026-11-20", "INACTIVE|2015-01-01|2019-12-31", "Leaver Disable")]
    [InlineData("INACTIVE|2020-01-01|2026-11-20", "UNSPECIFIED|2026-11-21|", "Finding StatusUnclear")]
    [InlineData("INACTIVE|2020-01-01|2026-11-20", "LEAVE|2026-11-21|", "")]
    public void Another_ongoing_employment_prevents_a_leaver(string first, string second, string expected)
    {
        PersonRow person = Company.Person(status: null, startDate: new DateOnly(2020, 1, 1)) with
        {
            Employments = [Employment(first), Employment(second)],
        };

        Assert.Equal(expected, new Company().AddLinked(person).Says());
    }

    [Fact]
    public void A_person_with_contradictory_statuses_is_left_to_a_human() => Assert.Equal(
        "Finding StatusUnclear", new Company().AddLinked(Company.Person(status: "ACTIVE") with { EmploymentStatus =
            "INACTIVE" }).Says());

    [Theory]
    [InlineData("2026-11-26T22:30:00Z", "Europe/Berlin", "")]
    [InlineData("2026-11-26T23:30:00Z", "Europe/Berlin", "Leaver Disable")]
    [InlineData("2026-11-27T01:30:00Z", "America/Los_Angeles", "")]
    [InlineData("2026-11-26T15:30:00Z", "Asia/Tokyo", "Leaver Disable")]
    [InlineData("2026-11-26T14:30:00Z", "Asia/Tokyo", "")]
    [InlineData("2026-11-26T23:30:00Z", "UTC", "")]
    public void The_last_day_ends_in_the_time_zone_of_the_company(string now, string zone, string expected)
    {
        Company company = new Company().AddLinked(Company.Person(lastDay: new DateOnly(2026, 11, 26)));
        var clock = new ManualClock(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        ComparisonInput input = company.Input() with { Moment = PlanMoment.From(clock, PlanMoment.FindZone(zone)) };

        IEnumerable<PlanRow> rows = DirectoryComparison.Compare(input, company.Options).Rows;

        Assert.Equal(expected, string.Join(",", rows.Where(row => row.PersonId == "20417")
            .Select(row => $"{row.Kind} {row.Action}")));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "Leaver Disable")]
    [InlineData(null, "")]
    public void A_person_may_have_a_separate_time_zone(string? zone, string expected)
    {
        Company company = new Company().Set(o =>
            o with { ZoneOf = _ => zone is null ? null : PlanMoment.FindZone(zone) })
            .AddLinked(Company.Person(lastDay: new DateOnly(2026, 11, 26)));
        company.Now = new DateTimeOffset(2026, 11, 26, 16, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, company.Says());
    }

    [Theory]
    [InlineData("2026-11-30", "")]
    [InlineData("2026-12-01", "Leaver Disable")]
    public void A_preview_uses_another_day_as_today(string asOf, string expected)
    {
        Company company = new Company().AddLinked(Company.Person(lastDay: new DateOnly(2026, 11, 30)));
        PlanMoment moment = PlanMoment.From(new ManualClock(company.Now), asOf: Day(asOf));
        Lifecycle.Plan plan = DirectoryComparison.Compare(company.Input() with { Moment = moment }, company.Options);

        Assert.Equal(expected, string.Join(",", plan.Rows.Where(row => row.PersonId == "20417")
            .Select(row => $"{row.Kind} {row.Action}")));
        Assert.True(plan.Moment.IsPreview);
    }

    [Theory]
    [InlineData(true, "Leaver Disable")]
    [InlineData(false, "")]
    public void Immediate_disables_a_person_who_is_active_in_HR(bool isEnabled, string expected)
    {
        Company company = new Company().Set(o => o with { Immediate = ["20417"] })
            .Add(Company.Person(), Company.With(Company.AccountOf(Company.Person(), isEnabled), ("title", "Old")));

        Assert.Equal(expected, company.Says());
        Assert.All(company.RowsOf("20417"), row =>
            Assert.Equal((PlanRisk.High, FindingNames.Immediate), (row.Risk, row.Finding)));
    }

    [Theory]
    [InlineData("none", "Finding Immediate")]
    [InlineData("unlinked", "Link Link, Finding Immediate")]
    [InlineData("several", "Finding SeveralAccounts, Finding Immediate")]
    public void Immediate_reports_when_it_disables_nobody(string accounts, string expected)
    {
        Company company = new Company().Set(o => o with { Immediate = ["20417"] }).Add(Company.Person());
        AccountRow account = Company.AccountOf(Company.Person(), key: accounts == "unlinked" ? null : "20417");
        company.Accounts.AddRange(Enumerable.Range(0, accounts switch { "none" => 0, "unlinked" => 1, _ => 2 })
            .Select(i => account with { AccountId = $"acc-{i}" }));

        Assert.Equal(expected, company.Says());
    }

    [Fact]
    public void Immediate_reports_that_an_excluded_person_is_not_disabled()
    {
        Company company = new Company()
            .Set(o => o with { Immediate = ["20417"], ExcludePerson = person => person.PersonId == "20417" })
            .AddLinked(Company.Person());

        Assert.Equal("OutOfScope, Finding Immediate", company.Says());
        Assert.Contains(company.RowsOf("20417"), row => row.Reason
            == "Ilka Broemse is named by -Immediate and excluded by -ExcludePerson; nothing is disabled.");
    }

    [Fact]
    public void Immediate_accepts_only_persons_who_are_in_HR() => Assert.Equal(
        LifecycleErrors.InvalidOption,
        Assert.Throws<LifecycleException>(() => new Company().Set(o => o with { Immediate = ["404"] }).Plan()).ErrorId);

    [Fact]
    public void Leave_from_one_employment_does_not_disable_somebody_who_works_in_another()
    {
        PersonRow person = Company.Person() with
        {
            Employments = [Employment("ACTIVE|2020-01-01|"), Employment("LEAVE|2024-01-01|")],
        };

        Assert.Equal("", new Company().Set(o => o with { OnLeave = OnLeave.Disable }).AddLinked(person).Says());
    }

    [Theory]
    [InlineData(91, 0)]
    [InlineData(-1, 0)]
    [InlineData(7, 8)]
    public void Days_outside_their_range_are_refused(int leadDays, int enableDaysBefore) => Assert.Equal(
        LifecycleErrors.InvalidOption,
        Assert.Throws<LifecycleException>(() =>
            new Company().Set(o => o with { LeadDays = leadDays,
                EnableDaysBefore = enableDaysBefore }).Plan()).ErrorId);

    private static EmploymentRow Employment(string text)
    {
        string[] parts = text.Split('|');
        return new EmploymentRow { Status = parts[0], StartDate = Day(parts[1]), TerminationDate = Day(parts[2]) };
    }

    private static DateOnly? Day(string? text) =>
        string.IsNullOrEmpty(text) ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
