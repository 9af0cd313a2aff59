using Personio.Models;

namespace Personio.Client.Tests;

public sealed class LastDayTests
{
    private static readonly string[] s_order = ["Termination", "EmploymentEnd", "LastWorkingDay", "ContractEnd"];

    [Theory]
    [InlineData("Termination")]
    [InlineData("EmploymentEnd")]
    [InlineData("LastWorkingDay")]
    public void The_last_day_is_the_first_known_one_in_this_order(string first)
    {
        LastDay? last = LastDay.From(Ending(s_order[Array.IndexOf(s_order, first)..]));

        Assert.Equal(new LastDay(DayOf(first), first), last);
    }

    [Theory]
    [InlineData("ACTIVE")]
    [InlineData("LEAVE")]
    [InlineData("INACTIVE")]
    [InlineData(null)]
    public void The_end_of_a_limited_contract_does_not_end_the_employment(string? status) =>
        Assert.Null(LastDay.From(Ending(["ContractEnd"]) with { Status = status }));

    [Fact]
    public void A_termination_full_of_nulls_does_not_end_the_employment() =>
        Assert.Null(LastDay.From(new Employment { Termination = new() }));

    private static Employment Ending(string[] known) => new()
    {
        EmploymentEndDate = DayIn(known, "EmploymentEnd"),
        ContractEndDate = DayIn(known, "ContractEnd"),
        Termination = new()
        {
            TerminationDate = DayIn(known, "Termination"),
            LastWorkingDay = DayIn(known, "LastWorkingDay"),
        },
    };

    private static DateTime? DayIn(string[] known, string end) => known.Contains(end) ? DayOf(end) : null;

    private static DateTime DayOf(string end) => new(2030, 1, 1 + Array.IndexOf(s_order, end));
}
