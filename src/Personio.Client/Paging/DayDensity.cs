namespace Personio.Client;

/// <summary>
/// Estimates from a first page how the rows of a listing are spread over its days. Most absences are in the summer, so
/// windows of equal length would hold very different numbers of rows. Immutable.
/// </summary>
internal sealed class DayDensity
{
    // A smaller sample is not representative.
    private const int Enough = 20;

    // Memory grows with the number of days; no real listing spans more than this.
    private const int MostDays = 4000;

    // Days this close to a row, on either side, count as just as busy.
    private const int Reach = 10;

    // Days without a row in the sample may still have rows: assume this share of the average.
    private const double Quiet = 0.2;

    private readonly DateTime _first;
    private readonly double[]? _until;

    private DayDensity(DateTime first, double[]? until) => (_first, _until) = (first, until);

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
        if (known.Length < Enough || length is < 2 or > MostDays
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

        return new DayDensity(first, Summed(Spread(seen)));
    }

    /// <summary>The weight of a range of days, in average days. The whole span weighs as much as it has days.</summary>
    public double Weight(DateTime first, DateTime last) =>
        _until is null ? (last - first).Days + 1 : _until[Index(last) + 1] - _until[Index(first)];

    /// <summary>
    /// The last day of the longest range from a first day that is not heavier than a weight; at least that day.
    /// </summary>
    public DateTime LastOf(DateTime first, double weight)
    {
        if (_until is null)
        {
            return first.AddDays(Math.Max(0, (int)weight - 1));
        }

        int begin = Index(first);
        int end = Array.BinarySearch(_until, _until[begin] + weight + 1e-9);
        return _first.AddDays(Math.Max(begin, (end < 0 ? ~end - 1 : end) - 1));
    }

    private int Index(DateTime day) => Math.Clamp((day - _first).Days, 0, _until!.Length - 2);

    private static double[] Spread(double[] seen)
    {
        double[] sums = Summed(seen);
        double[] spread = new double[seen.Length];
        for (int day = 0; day < seen.Length; day++)
        {
            int from = Math.Max(0, day - Reach);
            int to = Math.Min(seen.Length, day + Reach + 1);
            spread[day] = (Quiet + ((sums[to] - sums[from]) / (to - from))) / (1 + Quiet);
        }

        return spread;
    }

    // Prefix sums: the total of the days before each day, with the grand total at the end.
    private static double[] Summed(double[] days)
    {
        double[] sums = new double[days.Length + 1];
        for (int day = 0; day < days.Length; day++)
        {
            sums[day + 1] = sums[day] + days[day];
        }

        return sums;
    }
}
