namespace Personio.Sandbox.Api;

/// <summary>The filters that several lists share. A filter that was not requested adds nothing.</summary>
internal static class Filter
{
    public static void In<T>(List<Func<T, bool>> tests, HashSet<string>? values, Func<T, string?> value)
    {
        if (values is not null)
        {
            tests.Add(row => value(row) is { } known && values.Contains(known));
        }
    }

    public static void Equal<T>(List<Func<T, bool>> tests, string? values, Func<T, string?> value)
    {
        if (values is not null)
        {
            tests.Add(row => value(row) == values);
        }
    }

    /// <summary>The filters `field`, `field.gt` and `field.lt`.</summary>
    public static void Between<T>(
        List<Func<T, bool>> tests, ListRequest request, string field, Func<T, DateTimeOffset> value)
    {
        // A row shows whole seconds, so the value compared must not be more precise.
        if (request.InstantOrDay(field) is { } exact)
        {
            tests.Add(row => Seconds(value(row)) == exact);
        }

        if (request.InstantOrDay($"{field}.gt") is { } after)
        {
            tests.Add(row => Seconds(value(row)) > after);
        }

        if (request.InstantOrDay($"{field}.lt") is { } before)
        {
            tests.Add(row => Seconds(value(row)) < before);
        }
    }

    /// <summary>The filters `field.gte` and `field.lte`, for any type of field.</summary>
    public static void Within<T, TValue>(
        List<Func<T, bool>> tests, TValue? from, TValue? to, Func<T, TValue?> value)
        where TValue : struct, IComparable<TValue>
    {
        if (from is { } first)
        {
            tests.Add(row => value(row) is { } known && known.CompareTo(first) >= 0);
        }

        if (to is { } last)
        {
            tests.Add(row => value(row) is { } known && known.CompareTo(last) <= 0);
        }
    }

    public static DateTimeOffset Seconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
}
