using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Values;

/// <summary>Normalized values: a difference in format only is not a difference.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData(" Planner ", "Planner")]
    [InlineData("Lead\u00a0 \tplanner", "Lead planner")]
    [InlineData("Line\r\nbreak", "Line break")]
    [InlineData("O\u2019Neil", "O'Neil")]
    [InlineData("O\u02bcNeil", "O'Neil")]
    [InlineData("O`Neil", "O'Neil")]
    [InlineData("O\u00b4Neil", "O'Neil")]
    [InlineData("O\u2018Neil", "O'Neil")]
    [InlineData("Bro\u0308mse", "Brömse")]
    [InlineData("a\u0007b", "ab")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    [InlineData(true, "true")]
    [InlineData(1234.5, "1234.5")]
    public void Text_has_one_normal_form(object? value, string? expected) =>
        // Compared as text, because culture-sensitive comparison ignores control characters.
        Assert.Equal(expected, ValueText.Canonical(value) as string);

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character() =>
        Assert.Equal("\ufffdx", ValueText.Canonical("\ud800x") as string);

    [Fact]
    public void Days_and_moments_have_one_normal_form()
    {
        Assert.Equal("2026-11-30", ValueText.Canonical(new DateOnly(2026, 11, 30)));
        Assert.Equal("2026-11-30", ValueText.Canonical(new DateTime(2026, 11, 30)));
        Assert.Equal("2026-11-30T08:00:00Z", ValueText.Canonical(new DateTimeOffset(2026, 11, 30, 9, 0, 0,
            TimeSpan.FromHours(1))));
    }

    [Fact]
    public void Lists_are_compared_as_sets()
    {
        string[] both = ["a", "b"];
        string[] lower = ["B", "a"];
        string[] upper = ["A", "b"];
        string[] one = ["a"];
        object?[] written = ["b", " a ", "b", null, ""];
        Assert.Equal(both, ValueText.Canonical(written));
        Assert.Null(ValueText.Canonical(Array.Empty<string>()));
        Assert.True(ValueText.AreEqual(one, "a", ignoreCase: false));
        Assert.False(ValueText.AreEqual(both, "a", ignoreCase: false));
        Assert.True(ValueText.AreEqual(upper, lower, ignoreCase: true));
    }

    [Theory]
    [InlineData("title", "planner", true)]
    [InlineData("title", " Planner ", false)]
    [InlineData("email", "ILKA.BROEMSE@example.org", false)]
    [InlineData("name.family", "broemse", true)]
    public void Addresses_are_compared_regardless_of_case_and_everything_else_exactly(
        string attribute, string present, bool isDifferent)
    {
        PersonRow person = Company.Person();
        Company company = new Company().Add(person, Company.With(Company.AccountOf(person), (attribute, present)));

        Assert.Equal(isDifferent ? "Mover Update" : "", company.Says());
    }

    [Theory]
    [InlineData("Brömse, geb. Maier", "Brömse geb. Maier")]
    [InlineData("Meier (Consultant)", "Meier Consultant")]
    [InlineData("O’Neil/Smith", "O'Neil Smith")]
    public void Characters_that_the_directory_refuses_are_removed_and_reported(string family, string written)
    {
        PersonRow person = Company.Person() with { LastName = family };
        PlanRow row = Assert.Single(new Company().Add(person, Company.AccountOf(Company.Person())).RowsOf("20417"));

        Assert.Equal(written, row.GetChanges().Single().New);
        Assert.Equal("name.family", row.Adjusted);
        // Once written, it matches, so the same update does not recur every night.
        Assert.Equal("", new Company().Add(person,
            Company.With(Company.AccountOf(Company.Person()), ("name.family", written))).Says());
    }

    [Fact]
    public void A_value_that_is_too_long_is_cut_and_reported()
    {
        PersonRow person = Company.Person(position: new string('x', 300));
        PlanRow row = Assert.Single(new Company().Add(person, Company.AccountOf(Company.Person())).RowsOf("20417"));

        Assert.Equal(new string('x', 256), row.GetChanges().Single().New);
        Assert.Equal("title", row.Adjusted);
        Assert.Equal("", new Company().Add(person,
            Company.With(Company.AccountOf(Company.Person()), ("title", new string('x', 256)))).Says());
    }

    [Fact]
    public void A_cut_never_splits_a_character() => Assert.Equal(
        "ab", new AttributeRule("title", AttributeSource.Property("x")) { MaxLength =
            3 }.Normalize("ab\ud83d\ude00").Value);

    [Theory]
    [InlineData("(((", "Finding BadValue")]
    public void A_value_that_is_empty_after_cleaning_is_a_finding(string family, string expected)
    {
        PersonRow person = Company.Person() with { LastName = family };

        Assert.Equal(expected, new Company().Add(person, Company.AccountOf(Company.Person())).Says());
    }

    [Fact]
    public void Changes_survive_a_round_trip_as_compact_JSON()
    {
        string[] groups = ["a", "b"];
        AttributeChange[] changes =
        [
            new("title", "Plan\"er", "Leiter:in & <b>"), new("name.family", null, "Brömse"),
            new("groups", groups, null),
        ];
        string text = ChangeText.Write(changes);

        Assert.Equal(
            """{"title":["Plan\"er","Leiter:in & <b>"],"name.family":[null,"Brömse"],"groups":[["a","b"],null]}""",
            text);
        Assert.Equal(text, ChangeText.Write(ChangeText.Read(text)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"title":["a"]}""")]
    [InlineData("""{"title":"a"}""")]
    [InlineData("""{"title":[1,2]}""")]
    public void Damaged_changes_are_refused(string text) => Assert.Equal(
        LifecycleErrors.PlanRowChanged, Assert.Throws<LifecycleException>(() => ChangeText.Read(text)).ErrorId);
}
