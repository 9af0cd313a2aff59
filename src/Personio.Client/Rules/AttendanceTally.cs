using System.Globalization;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Sums up working time: all work, less the parts of it during which a break of the same person lay. In some companies
/// breaks lie within the work, in others work is cut by them; this is right for both. Parts of a break outside of work
/// take nothing away, and breaks that overlap each other count once.
/// </summary>
/// <remarks>
/// Sums are kept for each group. A break may come before or after the work it lies in, in any order, so of each closed
/// period its two ends are kept as well (24 bytes), and nothing else of it.
/// </remarks>
public sealed class AttendanceTally
{
    private static readonly Comparer<Span> s_byStart =
        Comparer<Span>.Create((one, other) => one.Start.CompareTo(other.Start));

    private readonly AttendanceGrouping[] _by;
    private readonly Dictionary<Key, Group> _groups = [];
    private readonly List<Group> _inOrder = [];
    private readonly Dictionary<string, Tracked> _persons = new(StringComparer.Ordinal);

    /// <summary>Makes a tally with one sum for each group; without groupings with one sum for all.</summary>
    public AttendanceTally(params IEnumerable<AttendanceGrouping> by)
    {
        _by = [.. by];
        if (_by.Length == 0)
        {
            _ = GroupOf(new Key(null, null, null, null));
        }
    }

    /// <summary>Takes a period in.</summary>
    public void Add(TrackedPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period is { IsBreak: true, End: { } breakEnd })
        {
            TrackedOf(period.PersonId).Breaks.Add(new Span(period.Start.Ticks, breakEnd.Ticks));
            return;
        }

        Group group = GroupOf(KeyOf(period));
        group.PersonName ??= period.PersonName;
        if (period.End is not { } end)
        {
            group.Open++;
            return;
        }

        group.Periods++;
        group.Work += end.Ticks - period.Start.Ticks;
        TrackedOf(period.PersonId).Work.Add((new Span(period.Start.Ticks, end.Ticks), group));
    }

    /// <summary>The sums so far, groups in the order in which they first came.</summary>
    public IEnumerable<AttendanceSummary> Summaries()
    {
        var breaks = new Dictionary<Group, long>();
        foreach (Tracked tracked in _persons.Values)
        {
            Span[] pauses = Union(tracked.Breaks);
            foreach ((Span work, Group group) in tracked.Work)
            {
                breaks[group] = breaks.GetValueOrDefault(group) + Overlap(work, pauses);
            }
        }

        return _inOrder.Select(group => Summary(group, breaks.GetValueOrDefault(group)));
    }

    /// <summary>The spans in their order, those that touch or overlap made one.</summary>
    private static Span[] Union(List<Span> spans)
    {
        var union = new List<Span>();
        foreach (Span span in spans.OrderBy(span => span.Start))
        {
            if (union.Count > 0 && span.Start <= union[^1].End)
            {
                union[^1] = new Span(union[^1].Start, Math.Max(union[^1].End, span.End));
            }
            else
            {
                union.Add(span);
            }
        }

        return [.. union];
    }

    private static long Overlap(Span work, Span[] pauses)
    {
        int at = Array.BinarySearch(pauses, work, s_byStart);

        // The break before may reach into the work.
        at = Math.Max(0, at < 0 ? ~at - 1 : at);
        long ticks = 0;
        for (; at < pauses.Length && pauses[at].Start < work.End; at++)
        {
            ticks += Math.Max(0, Math.Min(work.End, pauses[at].End) - Math.Max(work.Start, pauses[at].Start));
        }

        return ticks;
    }

    private static decimal Hours(long ticks) => ticks / (decimal)TimeSpan.TicksPerHour;

    private static AttendanceSummary Summary(Group group, long pause) => new()
    {
        PersonId = group.Key.Person,
        PersonName = group.Key.Person is null ? null : group.PersonName,
        Date = group.Key.Date,
        Month = group.Key.Month,
        ProjectId = group.Key.Project,
        WorkHours = Hours(group.Work),
        BreakHours = Hours(pause),
        Hours = Hours(group.Work - pause),
        Periods = group.Periods,
        OpenPeriods = group.Open,
    };

    private Key KeyOf(TrackedPeriod period)
    {
        DateTime day = (period.AttributionDate ?? period.Start).Date;
        return new Key(
            _by.Contains(AttendanceGrouping.Person) ? period.PersonId : null,
            _by.Contains(AttendanceGrouping.Date) ? day : null,
            _by.Contains(AttendanceGrouping.Month) ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : null,
            _by.Contains(AttendanceGrouping.Project) ? period.ProjectId : null);
    }

    private Group GroupOf(Key key)
    {
        if (!_groups.TryGetValue(key, out Group? group))
        {
            _groups[key] = group = new Group(key);
            _inOrder.Add(group);
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

    private readonly record struct Span(long Start, long End);

    private readonly record struct Key(string? Person, DateTime? Date, string? Month, string? Project);

    private sealed class Group(Key key)
    {
        public Key Key { get; } = key;

        public string? PersonName { get; set; }

        public long Work { get; set; }

        public int Periods { get; set; }

        public int Open { get; set; }
    }

    private sealed class Tracked
    {
        public List<Span> Breaks { get; } = [];

        public List<(Span Span, Group Group)> Work { get; } = [];
    }
}
