using Personio.Client;
using Personio.Parameters;

namespace Personio;

/// <summary>Requests for absences that overlap a range of days.</summary>
internal static class AbsenceListing
{
    // The server may compare in a different time zone than the absences. Zones are up to 14 hours ahead of UTC and 12
    // behind, so the request covers one more day before and half a day more after; callers check the exact overlap.

    /// <summary>Absences that overlap a range of days, of the given types if any.</summary>
    /// <param name="from">The first day, inclusive; null for no bound.</param>
    /// <param name="to">The last day, inclusive; null for no bound.</param>
    /// <param name="typeIds">The ids of the types; null for all.</param>
    /// <param name="isFirst">True to include absences that started before the first day.</param>
    public static ApiRequest CreateRequest(DateTime? from, DateTime? to, string[]? typeIds, bool isFirst = true) =>
        Endpoints.ListAbsencePeriods.For()
            .With(isFirst ? "ends_at.date_time.gte" : "starts_from.date_time.gte", FilterBounds.UtcMidnight(from, -1))
            .With("starts_from.date_time.lte", FilterBounds.UtcNoon(to, 1))
            .WithAny("absence_type.id", typeIds);
}
