using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>The amount that one day of an absence uses.</summary>
internal sealed class BreakdownRow : Row
{
    /// <summary>In the unit of the absence type.</summary>
    public decimal Value { get; init; }

    public required string Unit { get; init; }

    protected override object Response => new BreakdownResponse(Id, new Duration(Value, Unit));

    /// <summary>One row per day, including weekends with zero. An open-ended absence counts up to today.</summary>
    public static List<BreakdownRow> From(AbsencePeriodRow period, DateOnly today)
    {
        DateTime tomorrow = today.ToDateTime(default).AddDays(1);
        DateTime until = period.End is not null ? period.Until
            : tomorrow > period.From ? tomorrow : period.From.Date.AddDays(1);
        var rows = new List<BreakdownRow>();
        for (DateTime day = period.From.Date; day < until; day = day.AddDays(1))
        {
            DateTime from = period.From > day ? period.From : day;
            DateTime to = until < day.AddDays(1) ? until : day.AddDays(1);
            var date = DateOnly.FromDateTime(day);
            rows.Add(new BreakdownRow
            {
                Id = WireTime.Day(date),
                Unit = period.Type.Unit,
                Value = TenantCalendar.IsWeekend(date) ? 0 : Amount(period.Type.IsHourly, to - from),
            });
        }

        return rows;
    }

    private static decimal Amount(bool isHourly, TimeSpan time) =>
        isHourly ? Math.Round((decimal)time.TotalMinutes / 60, 2) : time.TotalHours > 12 ? 1 : 0.5m;
}
