using Personio.Client;
using Personio.Parameters;

namespace Personio;

/// <summary>The requests for absences that overlap some days.</summary>
internal static class AbsenceListing
{
    // The server's clock may be in another zone than the absences: it is asked for a day more before and half a day more
    // after, as zones are up to 14 hours ahead and 12 behind, and what really overlaps is decided here.

    /// <summary>Absences that overlap some days; of these types where any are given.</summary>
    /// <param name="from">The first day, inclusive; null for no bound.</param>
    /// <param name="to">The last day, inclusive; null for no bound.</param>
    /// <param name="typeIds">The ids of the types; null for all.</param>
    /// <param name="isFirst">Whether those that began before the first day are wanted as well.</param>
    public static ApiRequest Request(DateTime? from, DateTime? to, string[]? typeIds, bool isFirst = true) =>
        Endpoints.ListAbsencePeriods.For()
            .With(isFirst ? "ends_at.date_time.gte" : "starts_from.date_time.gte", FilterBounds.UtcMidnight(from, -1))
            .With("starts_from.date_time.lte", FilterBounds.UtcNoon(to, 1))
            .WithAny("absence_type.id", typeIds);
}
