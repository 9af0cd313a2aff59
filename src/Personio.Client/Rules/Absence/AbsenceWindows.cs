using Personio.Models;

namespace Personio.Client;

/// <summary>How listings of absences are split into windows of days.</summary>
public static class AbsenceWindows
{
    /// <summary>
    /// Creates a listing of absences by first day. An absence that crosses a cut is returned twice, so the cuts are
    /// few.
    /// </summary>
    /// <param name="from">The first day, inclusive.</param>
    /// <param name="to">The last day, inclusive; null for an open end.</param>
    /// <param name="request">Creates the request for a window.</param>
    /// <param name="sampled">
    /// Receives a sample: the rows of the first page of the whole span. Null if not needed.
    /// </param>
    public static WindowedQuery<AbsencePeriod> Create(
        DateTime from, DateTime? to, Func<DayWindow, ApiRequest> request,
        Action<IReadOnlyList<AbsencePeriod>>? sampled = null) => new()
    {
        From = from,
        To = to,
        Request = request,
        Sampled = sampled,
        DayOf = row => row.StartDate,
        MinDays = 14,
        // Few absences begin on a Sunday, and those that ended on Friday are over.
        CutDay = DayOfWeek.Saturday,
    };
}
