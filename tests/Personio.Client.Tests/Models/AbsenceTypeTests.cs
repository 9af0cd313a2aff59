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
    [InlineData("DAY", false)]
    [InlineData("HOUR", true)]
    [InlineData("Hour", true)]
    [InlineData(null, false)]
    public void An_absence_type_knows_whether_it_counts_hours(string? unit, bool hourly)
    {
        var type = new AbsenceType { AbsenceTypeId = "t-1", Name = "Vacation", Unit = unit };

        Assert.Equal(hourly, type.IsHourly);
        Assert.Equal("Vacation", $"{type}");
    }
}
