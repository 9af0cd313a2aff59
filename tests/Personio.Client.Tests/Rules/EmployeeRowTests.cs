using Personio.Models;

namespace Personio.Client.Tests.Rules;

public sealed class EmployeeRowTests
{
    private static readonly DateTime s_may = new(2026, 5, 1);

    [Theory]
    [InlineData("Sales,Research", "60,40", "Sales (60 %); Research (40 %)")]
    [InlineData("Sales", "100", "Sales (100 %)")]
    [InlineData("Sales,Research", "33.33,66.67", "Sales (33.33 %); Research (66.67 %)")]
    [InlineData("Sales,Research", ",", "Sales; Research")]
    [InlineData(",Research", "60,40", "(60 %); Research (40 %)")]
    [InlineData(",Research", ",", "?; Research")]
    [InlineData(",", "60,40", null)]
    [InlineData(null, null, null)]
    public void Cost_centers_are_shown_as_names_with_shares(string? names, string? weights, string? text)
    {
        decimal?[] shares = [.. (weights?.Split(',') ?? []).Select(one => one.Length == 0
            ? (decimal?)null
            : decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture))];
        var employment = new Employment
        {
            Shares = [.. shares.Select(one => new CostCenterShare { CostCenterId = "7", Weight = one })],
        };

        Employee row = EmployeeRow.Create(new Person(), employment, new EmployeeNames
        {
            CostCenters = [.. (names?.Split(',') ?? []).Select(one => one.Length == 0 ? null : one)],
        });

        Assert.Equal(text, row.CostCenters);
    }

    [Fact]
    public void Without_an_employment_the_state_is_that_of_the_person()
    {
        Employee row = EmployeeRow.Create(
            new Person { PersonId = "1", Status = "ACTIVE" }, null, new EmployeeNames());

        Assert.Equal(new Employee { PersonId = "1", Status = "ACTIVE" }, row);
    }

    [Theory]
    [InlineData(null, 0, 30, false)]
    [InlineData(-1, 0, 30, false)]
    [InlineData(0, 0, 30, true)]
    [InlineData(30, 0, 30, true)]
    [InlineData(31, 0, 30, false)]
    [InlineData(31, 0, null, true)]
    [InlineData(-900, null, 30, true)]
    public void Both_ends_of_the_days_count_and_either_may_be_open(int? day, int? from, int? to, bool isWithin) =>
        Assert.Equal(isWithin, EmployeeRow.IsWithin(In(day)?.AddHours(5), In(from)?.AddHours(9), In(to)));

    private static DateTime? In(int? days) => days is { } some ? s_may.AddDays(some) : null;
}
