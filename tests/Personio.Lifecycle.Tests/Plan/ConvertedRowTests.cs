using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Plans;

/// <summary>A plan survives JSON, whose reader turns moments into dates and loses their offset.</summary>
public sealed class ConvertedRowTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(330)]
    [InlineData(-570)]
    [InlineData(840)]
    public void A_moment_that_became_a_date_is_restored_with_its_offset(int minutes)
    {
        PlanRow row = Planned(TimeSpan.FromMinutes(minutes));
        DateTime[] converted =
        [
            DateTimeOffset.Parse(row.PlannedAt!, null).UtcDateTime,
            DateTimeOffset.Parse(row.PlannedAt!, null).LocalDateTime,
        ];

        Assert.All(converted, moment => Assert.Equal(row, Read(row, moment)));
        Assert.Equal(row, Read(row, DateTimeOffset.Parse(row.PlannedAt!, null)));
    }

    [Fact]
    public void A_date_of_another_moment_is_not_restored()
    {
        PlanRow row = Planned(TimeSpan.Zero);

        Assert.False(RowCheck.IsIntact(Read(row, DateTimeOffset.Parse(row.PlannedAt!, null).UtcDateTime.AddHours(1))));
    }

    private static PlanRow Planned(TimeSpan offset)
    {
        TimeZoneInfo zone = TimeZoneInfo.CreateCustomTimeZone("Test", offset, "", "");
        Company company = new Company().AddLinked(Company.Person(status: "INACTIVE", lastDay: new(2026, 11, 20)));
        ComparisonInput input = company.Input() with
        {
            Moment = PlanMoment.From(new ManualClock(company.Now), zone),
        };
        return Assert.Single(DirectoryComparison.Compare(input, company.Options).Rows);
    }

    private static PlanRow Read(PlanRow row, object plannedAt) => PlanRowReader.Read(name =>
        name == nameof(PlanRow.PlannedAt) ? plannedAt : typeof(PlanRow).GetProperty(name)!.GetValue(row));
}
