namespace Personio.Client;

/// <summary>
/// How the rows of a listing are spread over its days, as far as a first page of them tells: most absences are in the
/// summer, and windows of as many days would be of very different depth. Pure.
/// </summary>
internal sealed class DayDensity
{
    // Fewer rows say too little.
    private const int Enough = 20;

    // Of longer spans every day would take memory; nobody's listing is as long.
    private const int MostDays = 4000;

    // How many days on both sides of a row are taken to be as busy as its own.
    private const int Reach = 10;

    // Days without a row on the page may have some: this share of the average.
    private const double Quiet = 0.2;

    private readonly DateTime _first;
    private readonly double[]? _until;

    private DayDensity(DateTime first, double[]? until) => (_first, _until) = (first, until);

    /// <summary>As many on every day.</summary>
    public static DayDensity Even { get; } = new(default, null);

    /// <summary>Takes some rows as an example of all.</summary>
    /// <param name="first">The first day of the span.</param>
    /// <param name="last">The last day of the span.</param>
    /// <param name="days">
    /// The days of the rows as they came. Those in the order of their days are the first or the last of the span and say
    /// nothing about the others.
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
            // What began before the span comes with its first days.
            seen[Math.Clamp((day - first).Days, 0, length - 1)] += (double)length / known.Length;
        }

        return new DayDensity(first, Summed(Spread(seen)));
    }

    /// <summary>How many average days some days weigh: all of the span together as many as there are.</summary>
    public double Weight(DateTime first, DateTime last) =>
        _until is null ? (last - first).Days + 1 : _until[Index(last) + 1] - _until[Index(first)];

    /// <summary>The last day up to which days from a first one on weigh no more; the first one itself at least.</summary>
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

    // What lies before each day; at the end what lies before the day after the last.
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
