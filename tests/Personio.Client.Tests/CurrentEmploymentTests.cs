using System.Globalization;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class CurrentEmploymentTests
{
    [Theory]
    [InlineData("the newest of those that run", "ACTIVE 2020, ACTIVE 2024, ACTIVE 2022", "ACTIVE 2024")]
    [InlineData("a leave counts as running", "ACTIVE 2020, LEAVE 2021", "LEAVE 2021")]
    [InlineData("one that runs before one that will", "ONBOARDING 2030, LEAVE 2020, INACTIVE 2025", "LEAVE 2020")]
    [InlineData("one to come before one past", "INACTIVE 2025, ONBOARDING 2024, ONBOARDING 2023", "ONBOARDING 2024")]
    [InlineData("the newest of those that were", "INACTIVE 2010, INACTIVE 2015", "INACTIVE 2015")]
    [InlineData("a status that nobody knows counts last", "PAUSED 2030, ONBOARDING 2020", "ONBOARDING 2020")]
    [InlineData("states are read in any case", "inactive 2030, active 2020", "active 2020")]
    [InlineData("one without a start date is the oldest", "ACTIVE, ACTIVE 2020", "ACTIVE 2020")]
    public void The_current_employment_is(string rule, string employments, string current)
    {
        Employment? found = CurrentEmployment.Find(employments.Split(", ").Select(Employed));

        Assert.True(current == Words(found), $"{rule}: {Words(found)}");
    }

    [Fact]
    public void The_current_employment_of_an_empty_list_is_null() => Assert.Null(CurrentEmployment.Find([]));

    [Theory]
    [InlineData("the one that runs", "INACTIVE 2030, ACTIVE 2020", "ACTIVE 2020")]
    [InlineData("one that runs before one that will", "ONBOARDING 2030, LEAVE 2020", "LEAVE 2020")]
    [InlineData("the one to come where none runs", "INACTIVE 2020, ONBOARDING 2030", "ONBOARDING 2030")]
    [InlineData("none of two that run", "ACTIVE 2020, LEAVE 2024, ONBOARDING 2030", "")]
    [InlineData("none of two to come", "ONBOARDING 2030, ONBOARDING 2031", "")]
    [InlineData("none that has ended", "INACTIVE 2020", "")]
    [InlineData("none with a status that nobody knows", "PAUSED 2020", "")]
    public void The_only_employment_that_a_change_can_mean_is(string rule, string employments, string only)
    {
        Employment? found = CurrentEmployment.Only(employments.Split(", ").Select(Employed));

        Assert.True(only == Words(found), $"{rule}: {Words(found)}");
    }

    [Fact]
    public void The_only_employment_of_an_empty_list_is_null() => Assert.Null(CurrentEmployment.Only([]));

    private static Employment Employed(string words) => words.Split(' ') is [string status, string year]
        ? new() { Status = status, EmploymentStartDate = new(int.Parse(year, CultureInfo.InvariantCulture), 1, 1) }
        : new() { Status = words };

    private static string Words(Employment? employment) =>
        $"{employment?.Status} {employment?.EmploymentStartDate?.Year}".Trim();
}
