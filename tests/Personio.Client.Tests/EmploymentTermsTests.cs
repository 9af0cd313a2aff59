using Personio.Models;

namespace Personio.Client.Tests;

public sealed class EmploymentTermsTests
{
    private static readonly DateTime s_start = new(2026, 1, 1);

    public static TheoryData<string, EmploymentTerms, string> Wrong => new()
    {
        {
            "two probations", new() { ProbationEnd = s_start.AddMonths(6), ProbationMonths = 6 },
            "the last day and the length of the probation period cannot be combined: specify one of them"
        },
        { "a negative probation", new() { ProbationMonths = -1 }, "a probation period has 0 months or more" },
        { "a negative week", new() { WeeklyHours = -0.5m }, "a week has between 0 and 168 hours" },
        { "a week of more than a week", new() { WeeklyHours = 168.01m }, "a week has between 0 and 168 hours" },
        { "full time of more than a week", new() { FullTimeHours = 400 }, "a week has between 0 and 168 hours" },
        {
            "a contract that ends too early", new() { Start = s_start, ContractEnd = s_start.AddDays(-1) },
            "its contract ends on 2025-12-31, before it starts on 2026-01-01"
        },
        {
            "a probation that ends too early", new() { Start = s_start, ProbationEnd = s_start.AddDays(-1) },
            "its probation period ends on 2025-12-31, before it starts on 2026-01-01"
        },
        {
            "a cost center without a share", new() { CostCenters = [Share("a", 100), Share("b", null)] },
            "every cost center needs a share of more than 0 percent"
        },
        {
            "a cost center that carries nothing", new() { CostCenters = [Share("a", 100), Share("b", 0)] },
            "every cost center needs a share of more than 0 percent"
        },
        {
            "a cost center twice", new() { CostCenters = [Share("a", 50), Share("a", 50)] },
            "a cost center was given twice"
        },
        {
            "shares of too little", new() { CostCenters = [Share("a", 60), Share("b", 39.5m)] },
            "the shares of its cost centers sum to 99.5 percent, not to 100"
        },
    };

    public static TheoryData<string, EmploymentTerms> Right => new()
    {
        { "nothing at all", new() },
        { "ends where the start is not known", new() { ContractEnd = s_start, ProbationMonths = 0 } },
        { "a contract of one day", new() { Start = s_start.AddHours(9), ContractEnd = s_start } },
        { "a probation of one day", new() { Start = s_start, ProbationEnd = s_start } },
        { "a week of nothing and one of all hours", new() { WeeklyHours = 0, FullTimeHours = 168 } },
        { "no cost centers", new() { CostCenters = null! } },
        { "shares of thirds", new() { CostCenters = [Share("a", 33.3m), Share("b", 33.3m), Share("c", 33.4m)] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Implausible_values_are_rejected(string kind, EmploymentTerms terms, string says)
    {
        PersonioException refusal = Assert.Throws<PersonioException>(terms.Check);

        Assert.Equal(ErrorKind.InvalidRequest, refusal.Kind);
        Assert.True($"The employment was not written: {says}." == refusal.Message, $"{kind}: {refusal.Message}");
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Plausible_values_are_accepted(string kind, EmploymentTerms terms)
    {
        Exception? refusal = Record.Exception(terms.Check);

        Assert.True(refusal is null, $"{kind}: {refusal?.Message}");
    }

    private static CostCenterShare Share(string id, decimal? weight) => new() { CostCenterId = id, Weight = weight };
}
