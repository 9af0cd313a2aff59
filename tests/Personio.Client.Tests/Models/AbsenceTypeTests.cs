using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class AbsenceTypeTests
{
    [Theory]
    [InlineData("DAY", "0.5", null)]
    [InlineData("HOUR", null, "0.5")]
    [InlineData("hour", null, "0.5")]
    [InlineData("WEEK", "0.5", null)]
    public void A_breakdown_counts_days_or_hours(string unit, string? days, string? hours)
    {
        AbsenceBreakdown row = Sample.Read<AbsenceBreakdown>(
            $$$"""{"date":"2026-06-01","effective_duration":{"value":0.5,"unit":"{{{unit}}}"}}""");

        Assert.Equal(days is null ? null : 0.5m, row.Days);
        Assert.Equal(hours is null ? null : 0.5m, row.Hours);
        Assert.Equal($"2026-06-01 0.5 {unit}", $"{row}");
    }

    [Theory]
    [InlineData("DAY", true, false)]
    [InlineData("day", true, false)]
    [InlineData("HOUR", false, true)]
    [InlineData("Hour", false, true)]
    [InlineData("WEEK", false, false)]
    [InlineData(null, false, false)]
    public void A_unit_is_days_or_hours_in_any_case(string? unit, bool isDay, bool isHour)
    {
        Assert.Equal(isDay, AbsenceUnit.IsDay(unit));
        Assert.Equal(isHour, AbsenceUnit.IsHour(unit));
    }

    [Fact]
    public void An_absence_type_reads_as_its_name() =>
        Assert.Equal("Vacation", $"{new AbsenceType { AbsenceTypeId = "t-1", Name = "Vacation", Unit = "DAY" }}");
}
