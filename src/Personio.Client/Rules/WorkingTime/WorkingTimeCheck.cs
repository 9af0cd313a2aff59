using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Checks the working time of persons against limits. Hours belong to the day to which they are attributed; Sundays and
/// holidays last from midnight to midnight, local time. A gap between two periods of work is a break, as the law
/// defines it.
/// </summary>
public sealed class WorkingTimeCheck(WorkingTimeLimits limits)
{
    private readonly Dictionary<string, Tracked> _persons = new(StringComparer.Ordinal);

    /// <summary>Adds a period. A running period adds no hours, and its day is not checked for breaks.</summary>
    public void Add(TimeEntry period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (!_persons.TryGetValue(period.PersonId, out Tracked? tracked))
        {
            _persons[period.PersonId] = tracked = new Tracked();
        }

        DateTime day = (period.AttributionDate ?? period.Start).Date;
        if (period.IsHoliday)
        {
            tracked.Holidays.Add(day);
        }

        if (period.End is not { } end)
        {
            tracked.Running.Add(day);
        }
        else if (period.IsBreak)
        {
            tracked.Breaks.Add(new ClockSpan(period.Start.Ticks, end.Ticks));
        }
        else
        {
            tracked.Work.Add((day, new ClockSpan(period.Start.Ticks, end.Ticks)));
        }
    }

    /// <summary>Returns the issues, by person in order of first appearance, and by day.</summary>
    /// <param name="from">The first day of interest; null for no bound.</param>
    /// <param name="to">The last day of interest, inclusive; null for no bound.</param>
    public IEnumerable<WorkingTimeIssue> FindIssues(DateTime? from = null, DateTime? to = null) => _persons
        .SelectMany(person => IssuesOf(person.Value)
            .Where(issue => !(issue.Date < from?.Date) && !(issue.Date > to?.Date))
            .OrderBy(issue => issue.Date)
            .Select(issue => issue with { PersonId = person.Key }));

    private IEnumerable<WorkingTimeIssue> IssuesOf(Tracked tracked)
    {
        Workday[] days = [.. DaysOf(tracked)];
        Workday? before = null;
        foreach (Workday day in days)
        {
            if (Hours(day.Length) > limits.MaximumHours)
            {
                yield return WorkingTimeWords.TooManyHours(day.Date, Hours(day.Length), limits.MaximumHours);
            }

            if (!tracked.Running.Contains(day.Date) && FindBreakIssue(day) is { } shortBreak)
            {
                yield return shortBreak;
            }

            if (before is not null && FindRestIssue(before, day) is { } shortRest)
            {
                yield return shortRest;
            }

            before = before is null || day.End > before.End ? day : before;
        }

        foreach (WorkingTimeIssue issue in FindFreeDayIssues(days, tracked.Holidays))
        {
            yield return issue;
        }
    }

    private static IEnumerable<Workday> DaysOf(Tracked tracked)
    {
        ClockSpan[] breaks = ClockSpan.Union(tracked.Breaks);
        return tracked.Work
            .GroupBy(work => work.Day, work => work.Span)
            .Select(day => new Workday(day.Key, [.. ClockSpan.Union(day).SelectMany(work => work.Without(breaks))]))
            .Where(day => day.Work.Length > 0)
            .OrderBy(day => day.Start);
    }

    private WorkingTimeIssue? FindBreakIssue(Workday day)
    {
        decimal hours = Hours(day.Length);
        decimal needed = limits.RequiredBreaks
            .Where(required => hours > required.OverHours)
            .Select(required => required.Minutes)
            .DefaultIfEmpty()
            .Max();
        decimal taken = day.Breaks.Select(Minutes).Where(minutes => minutes >= limits.MinimumBreakMinutes).Sum();
        return taken < needed ? WorkingTimeWords.BreakTooShort(day.Date, hours, taken, needed) : null;
    }

    // Work that starts exactly when the previous day's work ended is one shift across two days.
    private WorkingTimeIssue? FindRestIssue(Workday before, Workday day)
    {
        decimal rest = Hours(day.Start - before.End);
        return rest > 0 && rest < limits.MinimumRestHours
            ? WorkingTimeWords.TooLittleRest(
                day.Date, new DateTime(before.End), new DateTime(day.Start), rest, limits.MinimumRestHours)
            : null;
    }

    private IEnumerable<WorkingTimeIssue> FindFreeDayIssues(Workday[] days, HashSet<DateTime> marked)
    {
        ILookup<DateTime, long> worked = days.SelectMany(day => day.Work).SelectMany(ByDate)
            .ToLookup(part => part.Date, part => part.Length);
        foreach (IGrouping<DateTime, long> date in worked.OrderBy(date => date.Key))
        {
            decimal hours = Hours(date.Sum());
            if (date.Key.DayOfWeek == DayOfWeek.Sunday)
            {
                yield return WorkingTimeWords.FreeDayWork(WorkingTimeIssueKind.SundayWork, date.Key, hours);
            }

            if (limits.Holidays.Contains(date.Key) || marked.Contains(date.Key))
            {
                yield return WorkingTimeWords.FreeDayWork(WorkingTimeIssueKind.HolidayWork, date.Key, hours);
            }
        }
    }

    private static IEnumerable<(DateTime Date, long Length)> ByDate(ClockSpan work)
    {
        for (long at = work.Start; at < work.End;)
        {
            DateTime date = new DateTime(at).Date;
            long end = Math.Min(work.End, date.AddDays(1).Ticks);
            yield return (date, end - at);
            at = end;
        }
    }

    private static decimal Hours(long ticks) => ticks / (decimal)TimeSpan.TicksPerHour;

    private static decimal Minutes(long ticks) => ticks / (decimal)TimeSpan.TicksPerMinute;

    /// <summary>The work of one day without breaks, in order; never empty.</summary>
    private sealed record Workday(DateTime Date, ClockSpan[] Work)
    {
        public long Start => Work[0].Start;

        public long End => Work[^1].End;

        public long Length => Work.Sum(work => work.Length);

        public IEnumerable<long> Breaks => Work.Skip(1).Zip(Work, (next, last) => next.Start - last.End);
    }

    private sealed class Tracked
    {
        public List<(DateTime Day, ClockSpan Span)> Work { get; } = [];

        public List<ClockSpan> Breaks { get; } = [];

        public HashSet<DateTime> Holidays { get; } = [];

        public HashSet<DateTime> Running { get; } = [];
    }
}
