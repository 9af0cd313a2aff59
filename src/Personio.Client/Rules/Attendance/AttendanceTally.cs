using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Sums working time. Personio splits work around breaks, so a break usually falls between two rows of work and is
/// counted separately; if one falls within a row of work, its time is subtracted. If rows of work of one person
/// overlap, the shared time counts once; the same applies to breaks.
/// </summary>
/// <remarks>
/// Sums are kept for each group. A break may be added before or after the work around it, in any order, so the two ends
/// of each closed period are kept as well (32 bytes), and nothing else.
/// </remarks>
public sealed class AttendanceTally
{
    private static readonly Comparer<ClockSpan> s_byStart =
        Comparer<ClockSpan>.Create((one, other) => one.Start.CompareTo(other.Start));

    private readonly AttendanceGrouping[] _by;
    private readonly bool _isByPerson;
    private readonly Dictionary<Key, Group> _groups = [];
    private readonly List<Group> _orderedGroups = [];
    private readonly Dictionary<string, Tracked> _persons = new(StringComparer.Ordinal);

    /// <summary>Creates a tally with one sum for each group; without groupings, with a single sum.</summary>
    public AttendanceTally(params IEnumerable<AttendanceGrouping> by)
    {
        _by = [.. by];

        // Departments and teams are looked up later, once all persons with work are known.
        _isByPerson = Has(AttendanceGrouping.Person) || IsByUnit;
        if (_by.Length == 0)
        {
            _ = GroupOf(new Key(null, null, null, null));
        }
    }

    /// <summary>Whether the sums need departments or teams.</summary>
    public bool IsByUnit => Has(AttendanceGrouping.Department) || Has(AttendanceGrouping.Team);

    /// <summary>The ids of the persons in the sums.</summary>
    public IEnumerable<string> Persons => _orderedGroups.Select(group => group.Key.Person).OfType<string>().Distinct();

    /// <summary>Adds a period.</summary>
    public void Add(TimeEntry period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period is { IsBreak: true, End: { } breakEnd })
        {
            TrackedOf(period.PersonId).Breaks.Add(new ClockSpan(period.Start.Ticks, breakEnd.Ticks));
            return;
        }

        Group group = GroupOf(KeyOf(period));
        group.PersonName ??= period.PersonName;
        group.ProjectName ??= period.ProjectName;
        if (period.End is not { } end)
        {
            group.Open++;
            return;
        }

        group.Periods++;
        TrackedOf(period.PersonId).Work.Add(new Stretch(
            new ClockSpan(period.Start.Ticks, end.Ticks), DayOf(period).DayNumber, group));
    }

    /// <summary>Returns the sums so far, with groups in order of first appearance.</summary>
    /// <param name="units">Departments and teams by person id, if needed; a person who is missing has neither.</param>
    public IEnumerable<AttendanceSummary> CreateSummaries(IReadOnlyDictionary<string, PersonUnits>? units = null) =>
        IsByUnit
            ? AttendanceUnits.Merge(
                Sums(), Has(AttendanceGrouping.Person), units ?? new Dictionary<string, PersonUnits>())
            : Sums();

    private IEnumerable<AttendanceSummary> Sums()
    {
        var sums = new Dictionary<Group, Sum>();
        foreach (Tracked tracked in _persons.Values)
        {
            ClockSpan[] breaks = ClockSpan.Union(tracked.Breaks);
            Stretch? before = null;
            foreach (Stretch work in RemoveOverlaps(tracked.Work))
            {
                Sum sum = sums.GetValueOrDefault(work.Group);
                long within = Overlap(work.Span, breaks);
                sums[work.Group] = sum with { Work = sum.Work + work.Span.Length, Within = sum.Within + within };

                // Only within a day; otherwise the time between two shifts would count.
                if (before is { } last && last.Day == work.Day && last.Span.End < work.Span.Start)
                {
                    long between = Overlap(new ClockSpan(last.Span.End, work.Span.Start), breaks);
                    sum = sums[last.Group];
                    sums[last.Group] = sum with { Between = sum.Between + between };
                }

                before = work;
            }
        }

        return _orderedGroups.Select(group => CreateSummary(group, sums.GetValueOrDefault(group)));
    }

    /// <summary>
    /// The time that rows of work of one person share and that the sums count once, by person and start.
    /// </summary>
    public IEnumerable<SharedWork> FindShared()
    {
        foreach ((string person, Tracked tracked) in _persons)
        {
            long reach = long.MinValue;
            foreach (Stretch work in tracked.Work.OrderBy(work => work.Span.Start))
            {
                long end = Math.Min(reach, work.Span.End);
                if (end > work.Span.Start)
                {
                    yield return new SharedWork(person, new DateTime(work.Span.Start), new DateTime(end));
                }

                reach = Math.Max(reach, work.Span.End);
            }
        }
    }

    /// <summary>The rows of work in order, each without the time that an earlier one already covers.</summary>
    private static IEnumerable<Stretch> RemoveOverlaps(List<Stretch> rows)
    {
        long reach = long.MinValue;
        foreach (Stretch work in rows.OrderBy(work => work.Span.Start))
        {
            long start = Math.Max(reach, work.Span.Start);
            reach = Math.Max(reach, work.Span.End);
            if (start < work.Span.End)
            {
                yield return work with { Span = new ClockSpan(start, work.Span.End) };
            }
        }
    }

    private static long Overlap(ClockSpan work, ClockSpan[] breaks)
    {
        int at = Array.BinarySearch(breaks, work, s_byStart);

        // The preceding break may extend into the work.
        at = Math.Max(0, at < 0 ? ~at - 1 : at);
        long ticks = 0;
        for (; at < breaks.Length && breaks[at].Start < work.End; at++)
        {
            ticks += Math.Max(0, Math.Min(work.End, breaks[at].End) - Math.Max(work.Start, breaks[at].Start));
        }

        return ticks;
    }

    private static decimal Hours(long ticks) => ticks / (decimal)TimeSpan.TicksPerHour;

    private static DateOnly DayOf(TimeEntry period) =>
        DateOnly.FromDateTime(period.AttributionDate ?? period.Start);

    private static AttendanceSummary CreateSummary(Group group, Sum sum) => new()
    {
        PersonId = group.Key.Person,
        PersonName = group.Key.Person is null ? null : group.PersonName,
        Date = group.Key.Date,
        Month = group.Key.Month,
        ProjectId = group.Key.Project,
        ProjectName = group.Key.Project is null ? null : group.ProjectName,
        WorkHours = Hours(sum.Work),
        BreakHours = Hours(sum.Within + sum.Between),
        Hours = Hours(sum.Work - sum.Within),
        Periods = group.Periods,
        OpenPeriods = group.Open,
    };

    private Key KeyOf(TimeEntry period)
    {
        DateTime day = (period.AttributionDate ?? period.Start).Date;
        return new Key(
            _isByPerson ? period.PersonId : null,
            Has(AttendanceGrouping.Date) ? day : null,
            Has(AttendanceGrouping.Month) ? DateText.Month(day) : null,
            Has(AttendanceGrouping.Project) ? period.ProjectId : null);
    }

    private bool Has(AttendanceGrouping grouping) => _by.Contains(grouping);

    private Group GroupOf(Key key)
    {
        if (!_groups.TryGetValue(key, out Group? group))
        {
            _groups[key] = group = new Group(key);
            _orderedGroups.Add(group);
        }

        return group;
    }

    private Tracked TrackedOf(string person)
    {
        if (!_persons.TryGetValue(person, out Tracked? tracked))
        {
            _persons[person] = tracked = new Tracked();
        }

        return tracked;
    }

    private readonly record struct Stretch(ClockSpan Span, int Day, Group Group);

    /// <summary>Ticks of work, of breaks within it, and of breaks between it and the next work on that day.</summary>
    private readonly record struct Sum(long Work, long Within, long Between);

    private readonly record struct Key(string? Person, DateTime? Date, string? Month, string? Project);

    private sealed class Group(Key key)
    {
        public Key Key { get; } = key;

        public string? PersonName { get; set; }

        public string? ProjectName { get; set; }

        public int Periods { get; set; }

        public int Open { get; set; }
    }

    private sealed class Tracked
    {
        public List<ClockSpan> Breaks { get; } = [];

        public List<Stretch> Work { get; } = [];
    }
}
