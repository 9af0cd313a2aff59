using System.Globalization;
using System.Reflection;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Plans;

/// <summary>Rows describe their action, survive a CSV round trip, and reveal changes.</summary>
public sealed class PlanRowTests
{
    private static readonly DateOnly s_day = new(2026, 11, 20);

    public static TheoryData<string, Func<Company, Company>, string> Sentences => new()
    {
        {
            "leaver", c => c.AddLinked(Company.Person(status: "INACTIVE", lastDay: s_day)),
            "Disable the account of Ilka Broemse (ilka.broemse): last day was 20 November 2026, HR status inactive."
        },
        {
            "last working day",
            c => c.Set(o => o with { LeaverDay = LeaverDay.LastWorkingDay })
                .AddLinked(Company.Person(status: "ACTIVE", lastDay: new DateOnly(2026, 12, 31)) with
                {
                    TerminationDate = new DateOnly(2026, 12, 31), LastWorkingDay = s_day,
                }),
            "Disable the account of Ilka Broemse (ilka.broemse): last working day was 20 November 2026, HR status "
                + "active (the day counts)."
        },
        {
            "no day", c => c.AddLinked(Company.Person(status: "INACTIVE")),
            "Disable the account of Ilka Broemse (ilka.broemse): HR status inactive, no last day known."
        },
        {
            "immediate", c => c.Set(o => o with { Immediate = ["20417"] }).AddLinked(Company.Person()),
            "Disable the account of Ilka Broemse (ilka.broemse) at once: asked for with -Immediate, HR status active."
        },
        {
            "leave", c => c.Set(o => o with { OnLeave = OnLeave.Disable }).AddLinked(Company.Person(status: "LEAVE")),
            "Disable the account of Ilka Broemse (ilka.broemse): HR status leave, and -OnLeave is Disable."
        },
        {
            "rescinded", c => c.AddLinked(Company.Person(status: "INACTIVE", startDate: new DateOnly(2026, 12, 1))),
            "Disable the account of Ilka Broemse (ilka.broemse): the start on 1 December 2026 was withdrawn, HR "
                + "status inactive."
        },
        {
            "joiner", c => c.Add(Company.Person(status: "ONBOARDING", startDate: new DateOnly(2026, 12, 1))),
            "Create the account ilka.broemse for Ilka Broemse, disabled: first day is 1 December 2026."
        },
        {
            "joiner today", c => c.Add(Company.Person(status: "ACTIVE", startDate: Company.Today)),
            "Create the account ilka.broemse for Ilka Broemse, enabled: first day is today, 26 November 2026."
        },
        {
            "not yet", c => c.Add(Company.Person(status: "ONBOARDING", startDate: new DateOnly(2027, 1, 1))),
            "Nothing yet for Ilka Broemse: first day is 1 January 2027, more than 7 days ahead."
        },
        {
            "starter",
            c => c.Logged(Company.Done(PlanAction.Create,
                "acc-20417")).AddLinked(Company.Person(startDate: Company.Today), enabled: false),
            "Enable the account of Ilka Broemse (ilka.broemse): first day is today, 26 November 2026."
        },
        {
            "rehire", c => c.AddLinked(Company.Person(), enabled: false),
            "Enable the account of Ilka Broemse (ilka.broemse) again: HR status active, first day was 1 February "
                + "2024; needs approval: "
            + "it was disabled outside this module."
        },
        {
            "mover", c => c.Add(Company.Person(), Company.With(Company.AccountOf(Company.Person()), ("title", "Old"),
                ("type", "X"))),
            "Change title, type of Ilka Broemse (ilka.broemse): HR has other values."
        },
        {
            "link", c => c.Add(Company.Person(), Company.AccountOf(Company.Person(), key: null)),
            "Link the account ilka.broemse to Ilka Broemse: it has the email address ilka.broemse@example.org and "
                + "no key yet."
        },
        {
            "contract", c => c.AddLinked(Company.Person() with { ContractEndDate = s_day }),
            "The contract of Ilka Broemse (ilka.broemse) ended on 20 November 2026, and HR status is active."
        },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_row_has_one_sentence_that_says_what_who_why_and_when(string kind, Func<Company, Company> arrange,
        string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, Assert.Single(arrange(new Company()).RowsOf("20417")).Reason);
            Assert.NotEmpty(kind);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void A_row_survives_a_csv_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.All(Sample(), row =>
            {
                PlanRow back = PlanRowReader.Read(AsCsv(row));
                Assert.True(RowCheck.IsIntact(back));
                Assert.Equal(row.Check, back.Check);
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("PersonId", "20417.0")]
    [InlineData("PersonId", "417")]
    [InlineData("Day", "20.11.2026")]
    [InlineData("PlannedAt", "26.11.2026 05:00")]
    [InlineData("DisplayName", "Ilka BrÃ¶mse")]
    [InlineData("Changes", "")]
    [InlineData("AccountId", "acc-1001")]
    [InlineData("Risk", "Low")]
    [InlineData("Base", "2000")]
    [InlineData("Allowed", "40")]
    [InlineData("Action", "Enable")]
    [InlineData("LimitKind", "MaxUpdate")]
    [InlineData("Reason", "")]
    [InlineData("Check", "")]
    public void A_row_that_a_spreadsheet_changed_is_no_longer_intact(string column, string value)
    {
        Func<string, object?> cells = AsCsv(Sample()[0]);

        Assert.False(RowCheck.IsIntact(PlanRowReader.Read(name => name == column ? value : cells(name))));
    }

    [Theory]
    [InlineData("Approved", "yes")]
    [InlineData("Note", "seen by Max")]
    [InlineData("Summary", "anything")]
    public void Approved_and_Note_may_be_changed(string column, string value)
    {
        Func<string, object?> cells = AsCsv(Sample()[0]);

        Assert.True(RowCheck.IsIntact(PlanRowReader.Read(name => name == column ? value : cells(name))));
    }

    [Theory]
    [InlineData("Kind", "Leavr")]
    [InlineData("Action", "")]
    [InlineData("Action", "7777")]
    [InlineData("Base", "2,000")]
    public void An_unreadable_cell_is_refused_with_its_name(string column, string value)
    {
        Func<string, object?> cells = AsCsv(Sample()[0]);

        LifecycleException fault = Assert.Throws<LifecycleException>(() =>
            PlanRowReader.Read(name => name == column ? value : cells(name)));

        Assert.Equal(LifecycleErrors.PlanRowChanged, fault.ErrorId);
        Assert.Contains($"{column} is '{value}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_except_Approved_and_Note_is_in_the_checksum()
    {
        PlanRow row = Sample()[0];
        string[] free = ["Approved", "Note", "Check"];
        PropertyInfo[] columns = [.. typeof(PlanRow).GetProperties()
            .Where(column => column.CanWrite && !free.Contains(column.Name))];

        Assert.NotEmpty(columns);
        Assert.All(columns, column =>
        {
            PlanRow copy = row with { Note = row.Note };
            object? changed = column.PropertyType.IsEnum
                ? Enum.GetValues(column.PropertyType).Cast<object>().First(value => !value.Equals(column.GetValue(row)))
                : column.PropertyType == typeof(int) ? (int)column.GetValue(row)! + 1
                : column.PropertyType == typeof(bool) ? !(bool)column.GetValue(row)!
                : "other";
            column.SetValue(copy, changed);
            Assert.False(RowCheck.IsIntact(copy), column.Name);
        });
    }

    [Theory]
    [InlineData("{", "Change title of Ilka Broemse (ilka.broemse): HR has other values.")]
    [InlineData("""{"title":["Old","Planner"]}""", "title: Old \u2192 Planner")]
    public void A_damaged_row_can_still_be_viewed(string changes, string expected)
    {
        Company company = new Company().Add(
            Company.Person(), Company.With(Company.AccountOf(Company.Person()), ("title", "Old")));

        Assert.Equal(expected, (Assert.Single(company.RowsOf("20417")) with { Changes = changes }).Summary);
    }

    [Fact]
    public void No_column_of_a_row_is_a_list() => Assert.All(
        typeof(PlanRow).GetProperties(), column => Assert.True(
            column.PropertyType == typeof(string) || column.PropertyType.IsValueType, column.Name));

    [Fact]
    public void Other_line_endings_are_not_damage()
    {
        PlanRow row = RowCheck.Seal(Sample()[0] with { DisplayName = "Ilka\r\nBroemse" });

        Assert.True(RowCheck.IsIntact(row with { DisplayName = "Ilka\nBroemse" }));
        Assert.False(RowCheck.IsIntact(row with { DisplayName = "Ilka Broemse" }));
    }

    [Fact]
    public void Rows_are_in_the_order_in_which_they_are_applied()
    {
        Company company = new Company().Set(o =>
            o with { Map = o.Map.With(new AttributeRule("managerId", AttributeSource.Supervisor())) })
            .Add(Company.Person("1", "Jo", "Iner", "ONBOARDING", Company.Today))
            .AddLinked(Company.Person("2", "Re", "Hire"), enabled: false)
            .Add(Company.Person("3", "Li", "Nk"), Company.AccountOf(Company.Person("3", "Li", "Nk"), key: null))
            .Add(Company.Person("4", "Mo", "Ver"), Company.With(Company.AccountOf(Company.Person("4", "Mo", "Ver")),
                ("title", "Old")))
            .AddLinked(Company.Person("5", "Le", "Aver", "INACTIVE", lastDay: s_day))
            .AddLinked(Company.Person("6", "Re", "Port") with { SupervisorId = "4" })
            .Add(Company.Person("7", "Un", "Clear", "ACTIVE", email: null));

        Assert.Equal(
            "Disable Update Link Enable Create LinkManager None",
                string.Join(' ', company.Plan().Rows.Select(row => row.Action)));
    }

    [Fact]
    public void A_row_contains_its_plan_its_time_and_its_day()
    {
        PlanRow row = Sample()[0];

        Assert.Equal(("plan-1", "2026-11-26T05:00:00+00:00", "2026-11-26", "2026-11-20"),
            (row.PlanId, row.PlannedAt, row.AsOf, row.Day));
    }

    private static IReadOnlyList<PlanRow> Sample() =>
        new Company().Add(
                Company.Person("020417", "Ilka", "Brömse", "INACTIVE", lastDay: s_day),
                Company.AccountOf(Company.Person("020417", "Ilka", "Brömse")))
            .Add(Company.Person("2", "=cmd", "\"quoted\"\r\nname", "ONBOARDING", Company.Today))
            .Plan().Rows;

    /// <summary>A row after Export-Csv and Import-Csv: text, and empty text for null.</summary>
    private static Func<string, object?> AsCsv(PlanRow row) =>
        name => typeof(PlanRow).GetProperty(name)?.GetValue(row)?.ToString() ?? "";
}
