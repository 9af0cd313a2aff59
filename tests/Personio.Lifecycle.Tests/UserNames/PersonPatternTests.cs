using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.UserNames;

/// <summary>User names from a function that returns a pattern or a name for each person.</summary>
public sealed class PersonPatternTests
{
    [Theory]
    [InlineData("{g}{family}", "ibroemse")]
    [InlineData("ext-{Given}.{FAMILY}", "ext-ilka.broemse")]
    [InlineData("svc_{family}", "svc_broemse")]
    [InlineData("Jörg O'Neil", "joerg-oneil")]
    [InlineData("Jo\u0308rg.\u0141uk", "joerg.luk")]
    [InlineData("{family}@Example.org", "broemse@example.org")]
    [InlineData("{shoe}", "shoe")]
    [InlineData("- {given} -", "ilka")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData("\u674e", null)]
    [InlineData("{given}\u674e", null)]
    public void A_pattern_or_a_name_is_spelled_like_other_names(string? given, string? expected)
    {
        PlanRow row = Assert.Single(new Company().Set(o => o with { UserNames = Names(_ => given) })
            .Add(Company.Person()).RowsOf("20417"));

        Assert.Equal(expected, row.Action == PlanAction.Create ? row.UserName : null);
        Assert.Equal(expected is null, row.Finding == FindingNames.UserNameNeeded);
    }

    [Fact]
    public void Identical_names_are_numbered_and_the_function_is_called_once_for_each_person()
    {
        List<string?> asked = [];
        Company company = new Company().Set(o => o with
        {
            UserNames = Names(person =>
            {
                asked.Add(person.PersonId);
                return "team";
            }),
        }).Add(Company.Person("1", "A", "B")).Add(Company.Person("2", "C", "D"));

        Assert.Equal(["team", "team2"], company.Plan().Rows.Where(row => row.Action == PlanAction.Create)
            .Select(row => row.UserName));
        Assert.Equal(["1", "2"], asked);
    }

    [Fact]
    public void The_reason_says_that_the_function_returned_no_name() => Assert.Contains(
        "-UserNamePattern gives none",
        Assert.Single(new Company().Set(o => o with { UserNames = Names(_ => null) }).Add(Company.Person())
            .RowsOf("20417")).Reason,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("p20417", null)]
    [InlineData("first0.last0", "first0.last0 is taken")]
    public void A_name_from_the_mapping_is_used_unchanged_or_not_at_all(string wanted, string? why)
    {
        AttributeMap map = MapPresets.PingOne.With(
            new AttributeRule("username", AttributeSource.Computed(_ => wanted)) { When = WriteWhen.Create });

        PlanRow row = Assert.Single(new Company().Set(o => o with { Map = map }).Add(Company.Person())
            .RowsOf("20417"));

        Assert.Null(row.NextUserName);
        Assert.Equal(why is null ? wanted : null, row.UserName);
        Assert.Equal(why is not null, row.Reason!.EndsWith($"{why}.", StringComparison.Ordinal) && why is not null);
    }

    private static UserNameOptions Names(Func<PersonRow, string?> patternOf) => new() { PatternOf = patternOf };
}
