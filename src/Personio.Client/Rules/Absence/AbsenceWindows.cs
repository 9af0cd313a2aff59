using Personio.Models;

namespace Personio.Client;

/// <summary>How listings of absences are cut into windows of days.</summary>
public static class AbsenceWindows
{
    /// <summary>A listing of absences by their first day. Whoever is away over a cut comes twice, so the cuts are few.
    /// </summary>
    /// <param name="from">The first day, inclusive.</param>
    /// <param name="to">The last day, inclusive; null where everything later is wanted.</param>
    /// <param name="request">Makes the request for a window.</param>
    /// <param name="sampled">Hears of the rows of a first page of all; null where nobody does.</param>
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
        // On Sundays hardly anybody's absence begins, and what ended on Friday is over.
        CutDay = DayOfWeek.Saturday,
    };
}
