namespace Personio.Client;

/// <summary>
/// Estimates from a first page how the rows of a listing are spread over its days. Most absences are in the summer, so
/// windows of equal length would hold very different numbers of rows. Immutable.
/// </summary>
internal sealed class DayDensity
{
    // A smaller sample is not representative.
    private const int MinSampleSize = 20;

    // Memory grows with the number of days; no real listing spans more than this.
    private const int MaxDays = 4000;

    // Days this close to a row, on either side, count as just as busy.
    private const int SpreadDays = 10;

    // Days without a row in the sample may still have rows: assume this share of the average.
    private const double QuietDayShare = 0.2;

    private readonly DateTime _first;
    private readonly double[]? _cumulative;

    private DayDensity(DateTime first, double[]? until) => (_first, _cumulative) = (first, until);

    /// <summary>The same number of rows on every day.</summary>
    public static DayDensity Even { get; } = new(default, null);

    /// <summary>Estimates the density from a sample of rows.</summary>
    /// <param name="first">The first day of the span.</param>
    /// <param name="last">The last day of the span.</param>
    /// <param name="days">
    /// The days of the rows in the order received. Rows sorted by day are the first or last ones of the span and say
    /// nothing about the rest, so they are not used.
    /// </param>
    public static DayDensity From(DateTime first, DateTime last, IEnumerable<DateTime?> days)
    {
        DateTime[] known = [.. days.OfType<DateTime>().Select(day => day.Date)];
        int length = (last - first).Days + 1;
        if (known.Length < MinSampleSize || length is < 2 or > MaxDays
            || known.SequenceEqual(known.Order()) || known.SequenceEqual(known.OrderDescending()))
        {
            return Even;
        }

        double[] seen = new double[length];
        foreach (DateTime day in known)
        {
            // A row that began before the span is listed with the first day.
            seen[Math.Clamp((day - first).Days, 0, length - 1)] += (double)length / known.Length;
        }

        return new DayDensity(first, PrefixSums(Smooth(seen)));
    }

    /// <summary>The weight of a range of days, in average days. The whole span weighs as much as it has days.</summary>
    public double Weight(DateTime first, DateTime last) =>
        _cumulative is null ? (last - first).Days + 1 : _cumulative[Index(last) + 1] - _cumulative[Index(first)];

    /// <summary>
    /// The last day of the longest range from a first day that is not heavier than a weight; at least that day.
    /// </summary>
    public DateTime LastOf(DateTime first, double weight)
    {
        if (_cumulative is null)
        {
            return first.AddDays(Math.Max(0, (int)weight - 1));
        }

        int begin = Index(first);
        int end = Array.BinarySearch(_cumulative, _cumulative[begin] + weight + 1e-9);
        return _first.AddDays(Math.Max(begin, (end < 0 ? ~end - 1 : end) - 1));
    }

    private int Index(DateTime day) => Math.Clamp((day - _first).Days, 0, _cumulative!.Length - 2);

    private static double[] Smooth(double[] seen)
    {
        double[] sums = PrefixSums(seen);
        double[] spread = new double[seen.Length];
        for (int day = 0; day < seen.Length; day++)
        {
            int from = Math.Max(0, day - SpreadDays);
            int to = Math.Min(seen.Length, day + SpreadDays + 1);
            spread[day] = (QuietDayShare + ((sums[to] - sums[from]) / (to - from))) / (1 + QuietDayShare);
        }

        return spread;
    }

    // Prefix sums: the total of the days before each day, with the grand total at the end.
    private static double[] PrefixSums(double[] days)
    {
        double[] sums = new double[days.Length + 1];
        for (int day = 0; day < days.Length; day++)
        {
            sums[day + 1] = sums[day] + days[day];
        }

        return sums;
    }
}
