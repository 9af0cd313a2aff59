using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class CompensationTests
{
    [Theory]
    [InlineData("""{"amount":{"value":4850.10,"currency":"EUR"}}""")]
    [InlineData("""{"amount":{"value":"4850.10","currency":"EUR"}}""")]
    [InlineData("""{"value":4850.10,"currency":"EUR"}""")]
    public void An_amount_is_nested_or_flat_and_a_number_or_text(string json)
    {
        Compensation pay = Sample.Read<Compensation>(json);

        Assert.Equal(4850.10m, pay.Amount);
        Assert.Equal("EUR", pay.Currency);
    }

    [Fact]
    public void Exported_values_of_a_compensation_are_top_level_properties()
    {
        Compensation pay = Sample.Read<Compensation>("""
            {"id":"c-1","person":{"id":"4711"},"legal_entity":{"id":"12"},
             "type":{"id":"t-1","name":"Base salary","category":"FIXED_SALARY"},
             "amount":{"value":4850.00,"currency":"EUR"},"interval":"MONTHLY","effective_from":"2025-07-01",
             "weekly_working_hours":38.5,"full_time_weekly_working_hours":40}
            """);

        Assert.Equal(
            ("c-1", "4711", "12", "t-1", "Base salary", "FIXED_SALARY", "MONTHLY"),
            (pay.CompensationId, pay.PersonId, pay.LegalEntityId, pay.CompensationTypeId, pay.Type, pay.Category,
                pay.Interval));
        Assert.Equal(new DateTime(2025, 7, 1), pay.EffectiveFrom);
        Assert.Equal(38.5m, pay.WeeklyWorkingHours);
        Assert.Empty(pay.AdditionalProperties);
        Assert.Equal("Base salary 4850.00 EUR 2025-07-01", pay.ToString());
    }
}
