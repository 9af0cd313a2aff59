using Personio.Models;

namespace Personio.Client.Tests;

public sealed class CompensationDeduplicatorTests
{
    private static readonly Compensation s_pay = new()
    {
        CompensationId = "c-1",
        Amount = 4200.50m,
        Currency = "EUR",
        Interval = "MONTHLY",
        EffectiveFrom = new DateTime(2025, 1, 1),
        WeeklyWorkingHours = 38.5m,
        FullTimeWeeklyWorkingHours = 40m,
    };

    public static TheoryData<string, Compensation> Changes => new()
    {
        { "another component", s_pay with { CompensationId = "c-2" } },
        { "a raise", s_pay with { Amount = 4300m } },
        { "another currency", s_pay with { Currency = "CHF" } },
        { "another interval", s_pay with { Interval = "YEARLY" } },
        { "another first day", s_pay with { EffectiveFrom = new DateTime(2025, 2, 1) } },
        { "other hours", s_pay with { WeeklyWorkingHours = 20m } },
        { "other hours of a full-time position", s_pay with { FullTimeWeeklyWorkingHours = 39m } },
    };

    [Fact]
    public void A_component_that_continues_is_new_only_once()
    {
        var seen = new CompensationDeduplicator();

        Assert.True(seen.Add(s_pay));
        Assert.False(seen.Add(s_pay with { PersonName = "known by now", Amount = 4200.5m }));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_new(string what, Compensation changed)
    {
        var seen = new CompensationDeduplicator();
        seen.Add(s_pay);

        Assert.True(seen.Add(changed), what);
    }

    [Fact]
    public void A_row_without_an_id_is_always_new()
    {
        var seen = new CompensationDeduplicator();

        Assert.True(seen.Add(s_pay with { CompensationId = null }));
        Assert.True(seen.Add(s_pay with { CompensationId = null }));
    }
}
