using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Rules;

/// <summary>Who is enabled again, and what needs approval.</summary>
public sealed class RehireTests
{
    private const string Created = """{"username":[null,"x"],"enabled":[null,"false"]}""";
    private const string CreatedEnabled = """{"username":[null,"x"],"enabled":[null,"true"]}""";

    public static TheoryData<string, LogEntry[], PlanKind, bool> Histories => new()
    {
        { "no log", [], PlanKind.Rehire, true },
        { "somebody else's account", [Company.Done(PlanAction.Disable, "acc-1")], PlanKind.Rehire, true },
        { "created here", [Company.Done(PlanAction.Create, "acc-20417", changes: Created)], PlanKind.Starter, false },
        { "created enabled", [Company.Done(PlanAction.Create, "acc-20417", changes: CreatedEnabled)], PlanKind.Rehire,
            true },
        {
            "created and enabled here",
            [Company.Done(PlanAction.Create, "acc-20417", changes: Created),
                Company.Done(PlanAction.Enable, "acc-20417")],
            PlanKind.Rehire, true
        },
        { "disabled here", [Company.Done(PlanAction.Disable, "acc-20417")], PlanKind.Rehire, false },
        {
            "disabled at once", [Company.Done(PlanAction.Disable, "acc-20417", finding: FindingNames.Immediate)],
                PlanKind.Rehire, true
        },
        {
            "disabled and enabled here",
            [Company.Done(PlanAction.Disable, "acc-20417"), Company.Done(PlanAction.Enable, "acc-20417")],
                PlanKind.Rehire, true
        },
        {
            "disabling failed", [Company.Done(PlanAction.Disable, "acc-20417") with { Result = RowStatus.Failed }],
                PlanKind.Rehire, true
        },
        {
            "no answer", [Company.Done(PlanAction.Disable, "acc-20417") with { Result = RowStatus.Unknown }],
                PlanKind.Rehire, true
        },
        {
            "begun only", [Company.Done(PlanAction.Disable, "acc-20417") with { Event = LogEvent.Before,
                Result = null }],
            PlanKind.Rehire, true
        },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Only_accounts_that_this_tool_disabled_are_enabled_without_approval(
        string history, LogEntry[] log, PlanKind kind, bool needsApproval)
    {
        PlanRow row = Assert.Single(new Company().Logged(log).AddLinked(Company.Person(),
            enabled: false).RowsOf("20417"));

        Assert.Equal((PlanAction.Enable, kind, needsApproval), (row.Action, row.Kind, row.NeedsApproval));
        Assert.NotEmpty(history);
    }

    [Theory]
    [InlineData(PlanAction.Disable, 1, true)]
    [InlineData(PlanAction.Disable, -1, false)]
    [InlineData(PlanAction.Create, 1, true)]
    [InlineData(PlanAction.Create, -1, false)]
    public void An_account_used_since_we_disabled_it_was_disabled_by_someone_else(
        PlanAction action, int days, bool needsApproval)
    {
        DateTimeOffset logged = new(2026, 11, 10, 5, 0, 0, TimeSpan.Zero);
        AccountRow account = Company.AccountOf(Company.Person(), enabled: false) with
        {
            LastSignIn = logged.AddDays(days),
        };
        Company company = new Company()
            .Logged(Company.Done(action, "acc-20417", changes: Created) with { Time = logged })
            .Add(Company.Person(), account);

        PlanRow row = Assert.Single(company.RowsOf("20417"));

        Assert.Equal((PlanAction.Enable, needsApproval), (row.Action, row.NeedsApproval));
    }

    [Fact]
    public void A_rehire_says_what_remains_to_be_done() => Assert.Equal(
        "Group memberships and roles are not restored.",
        Assert.Single(new Company().AddLinked(Company.Person(), enabled: false).RowsOf("20417")).Note);

    [Theory]
    [InlineData(7, "Mover Update")]
    [InlineData(1, "Mover Update")]
    [InlineData(0, "Mover Update, Rehire Enable")]
    [InlineData(8, "")]
    public void A_rehire_is_updated_within_the_lead_days_and_enabled_on_the_day(int daysAhead, string expected)
    {
        PersonRow person = Company.Person(status: "ONBOARDING", startDate: Company.Today.AddDays(daysAhead));
        Company company = new Company().Add(person,
            Company.With(Company.AccountOf(person, enabled: false), ("title", "Old")));

        Assert.Equal(expected, company.Says());
    }

    [Theory]
    [InlineData(5, PlanRisk.Medium)]
    [InlineData(6, PlanRisk.High)]
    public void Disabling_a_manager_of_many_needs_approval(int reports, PlanRisk risk)
    {
        Company company = new Company().AddLinked(Company.Person(lastDay: new DateOnly(2026, 11, 1)));
        for (int i = 0; i < reports; i++)
        {
            company.Persons[i] = company.Persons[i] with { SupervisorId = "20417" };
        }

        Assert.Equal(risk, Assert.Single(company.RowsOf("20417")).Risk);
    }

    [Theory]
    [InlineData("2026-10-26", "2026-11-20", PlanRisk.High)]
    [InlineData("2026-10-27", "2026-11-20", PlanRisk.Medium)]
    [InlineData("2026-10-01", "2026-11-18", PlanRisk.Medium)]
    [InlineData("2026-10-01", null, PlanRisk.Medium)]
    public void A_person_who_left_long_ago_and_still_signs_in_is_suspicious(
        string lastDay, string? signIn, PlanRisk risk)
    {
        PersonRow person = Company.Person(lastDay: DateOnly.Parse(lastDay,
            System.Globalization.CultureInfo.InvariantCulture));
        AccountRow account = Company.AccountOf(person) with
        {
            LastSignIn = signIn is null ? null : DateTimeOffset.Parse(signIn + "T12:00Z",
                System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Equal(risk, Assert.Single(new Company().Add(person, account).RowsOf("20417")).Risk);
    }

    [Theory]
    [InlineData("title", PlanRisk.Low, LimitKind.MaxUpdate)]
    [InlineData("email", PlanRisk.High, LimitKind.MaxIdentityUpdate)]
    [InlineData("name.given", PlanRisk.High, LimitKind.MaxIdentityUpdate)]
    [InlineData("name.family", PlanRisk.High, LimitKind.MaxIdentityUpdate)]
    public void Changes_of_address_and_name_are_sensitive(string attribute, PlanRisk risk, LimitKind limit)
    {
        PersonRow person = Company.Person();
        PlanRow row = Assert.Single(new Company().Add(person,
            Company.With(Company.AccountOf(person), (attribute, "Old"))).RowsOf("20417"));

        Assert.Equal((risk, limit), (row.Risk, row.LimitKind));
    }
}
