using System.Globalization;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class CurrentEmploymentTests
{
    [Theory]
    [InlineData("the newest of several running ones", "ACTIVE 2020, ACTIVE 2024, ACTIVE 2022", "ACTIVE 2024")]
    [InlineData("a leave counts as running", "ACTIVE 2020, LEAVE 2021", "LEAVE 2021")]
    [InlineData("a running one before a future one", "ONBOARDING 2030, LEAVE 2020, INACTIVE 2025", "LEAVE 2020")]
    [InlineData("a future one before a past one", "INACTIVE 2025, ONBOARDING 2024, ONBOARDING 2023", "ONBOARDING 2024")]
    [InlineData("the newest of several past ones", "INACTIVE 2010, INACTIVE 2015", "INACTIVE 2015")]
    [InlineData("an unknown status comes last", "PAUSED 2030, ONBOARDING 2020", "ONBOARDING 2020")]
    [InlineData("statuses are compared regardless of case", "inactive 2030, active 2020", "active 2020")]
    [InlineData("one without a start date counts as the oldest", "ACTIVE, ACTIVE 2020", "ACTIVE 2020")]
    public void The_current_employment_is_chosen_by_status_and_start_date(
        string rule, string employments, string current)
    {
        Employment? found = CurrentEmployment.Find(employments.Split(", ").Select(Employed));

        Assert.True(current == Words(found), $"{rule}: {Words(found)}");
    }

    [Fact]
    public void The_current_employment_of_an_empty_list_is_null() => Assert.Null(CurrentEmployment.Find([]));

    [Theory]
    [InlineData("the running one", "INACTIVE 2030, ACTIVE 2020", "ACTIVE 2020")]
    [InlineData("a running one before a future one", "ONBOARDING 2030, LEAVE 2020", "LEAVE 2020")]
    [InlineData("the future one if none is running", "INACTIVE 2020, ONBOARDING 2030", "ONBOARDING 2030")]
    [InlineData("no choice between two running ones", "ACTIVE 2020, LEAVE 2024, ONBOARDING 2030", "")]
    [InlineData("no choice between two future ones", "ONBOARDING 2030, ONBOARDING 2031", "")]
    [InlineData("not one that has ended", "INACTIVE 2020", "")]
    [InlineData("not one with an unknown status", "PAUSED 2020", "")]
    public void A_change_without_an_id_applies_only_to_an_unambiguous_employment(
        string rule, string employments, string only)
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
