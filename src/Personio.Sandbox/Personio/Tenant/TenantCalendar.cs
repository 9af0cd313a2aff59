namespace Personio.Sandbox.Tenant;

/// <summary>The tenant's clock. If today is set, the real time of day is moved to that day.</summary>
internal sealed class TenantCalendar
{
    private static readonly TimeZoneInfo s_zone =
        TimeZoneInfo.TryFindSystemTimeZoneById(SandboxTenant.TimeZoneId, out TimeZoneInfo? zone)
            ? zone
            : TimeZoneInfo.Utc;

    private readonly TimeProvider _clock;
    private readonly TimeSpan _shift;

    public TenantCalendar(TimeProvider clock, DateOnly? today)
    {
        _clock = clock;
        var real = DateOnly.FromDateTime(Local(clock.GetUtcNow()));
        Today = today ?? real;
        _shift = TimeSpan.FromDays(Today.DayNumber - real.DayNumber);
    }

    public DateOnly Today { get; }

    public DateTimeOffset Now => _clock.GetUtcNow() + _shift;

    /// <summary>The current local time of the company, without fractions of a second.</summary>
    public DateTime LocalNow
    {
        get
        {
            DateTime local = Local(Now);
            return local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <summary>Converts an instant to the company's local time.</summary>
    public static DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, s_zone).DateTime;

    /// <summary>An instant in UTC on a day relative to today.</summary>
    public DateTimeOffset At(int days, int hour = 9, int minute = 0) =>
        new(Today.AddDays(days).ToDateTime(new TimeOnly(hour, minute)), TimeSpan.Zero);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Returns the day itself, or the following Monday for a weekend.</summary>
    public static DateOnly Workday(DateOnly day)
    {
        while (IsWeekend(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
