using Personio.Models;

namespace Personio.Client.Tests;

public sealed class OrgUnitChangeTests
{
    [Theory]
    [InlineData("a new employment", "", "department=55 team=902", "department 55; team 902")]
    [InlineData("another team", "department 55; team 902", "team=903", "department 55; team 903")]
    [InlineData("another department", "department 55; team 902", "department=56", "team 902; department 56")]
    [InlineData("both", "department 55; team 902", "department=56 team=903", "department 56; team 903")]
    [InlineData("no team", "department 55; team 902", "team=", "department 55")]
    [InlineData("neither", "department 55; team 902", "department= team=", "")]
    [InlineData("nothing given", "department 55; team 902", "", "department 55; team 902")]
    [InlineData("a first team", "department 55", "team=902", "department 55; team 902")]
    [InlineData("types in upper case", "DEPARTMENT 55; TEAM 902", "team=903", "DEPARTMENT 55; team 903")]
    [InlineData("several teams give way to one", "team 1; team 2; department 55", "team=3", "department 55; team 3")]
    [InlineData("units of another type stay", "squad 7; department 55", "department= team=3", "squad 7; team 3")]
    public void Added_lines_replace_the_lines_of_the_preset(string kind, string now, string given, string after)
    {
        IReadOnlyList<OrgUnitReference> units = OrgUnitChange.Between(Units(now), Given(given));

        Assert.True(after == string.Join("; ", units), $"{kind}: {string.Join("; ", units)}");
    }

    [Fact]
    public void A_unit_without_a_type_is_kept()
    {
        OrgUnitReference odd = new() { OrgUnitId = "1" };

        Assert.Equal([odd], OrgUnitChange.Between([odd], Given("department= team=")));
    }

    private static IEnumerable<OrgUnitReference> Units(string text) => text
        .Split("; ", StringSplitOptions.RemoveEmptyEntries)
        .Select(unit => unit.Split(' '))
        .Select(unit => new OrgUnitReference { Type = unit[0], OrgUnitId = unit[1] });

    private static Dictionary<string, string?> Given(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(unit => unit.Split('='))
        .ToDictionary(unit => unit[0], unit => (string?)unit[1]);
}
