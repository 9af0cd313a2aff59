namespace Personio.Sandbox.Tenant;

/// <summary>Somebody whose attendance is made, as they were when the sandbox started.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="IsActive">Whether the person works now.</param>
/// <param name="Start">The first day of work.</param>
/// <param name="DailyHours">What a day has by contract.</param>
/// <param name="Away">The whole days of approved absence, first and last.</param>
internal sealed record Tracker(
    string Id, bool IsActive, DateOnly Start, decimal DailyHours, IReadOnlyList<(DateOnly First, DateOnly Last)> Away)
{
    /// <summary>Somebody with these absences.</summary>
    public static Tracker From(PersonRow person, IEnumerable<AbsencePeriodRow> absences)
    {
        EmploymentRow employment = person.Employments[0];
        bool isActive = employment.Status == "ACTIVE";
        IEnumerable<AbsencePeriodRow> whole = absences.Where(row => isActive && !row.Type.IsHourly
            && row is { Status: "APPROVED", End: { } end } && row.Start.Half != end.Half);
        return new Tracker(
            person.Id, isActive, employment.Start, (employment.WeeklyHours ?? 40) / 5,
            [.. whole.Select(row => (DateOnly.FromDateTime(row.From), DateOnly.FromDateTime(row.Until.AddTicks(-1))))]);
    }

    public bool IsAtWork(DateOnly day) => day >= Start && !Away.Any(days => day >= days.First && day <= days.Last);
}
