namespace Personio.Sandbox.Tenant;

/// <summary>A person whose attendance is generated, in the state at the start of the sandbox.</summary>
/// <param name="Id">The ID of the person.</param>
/// <param name="IsActive">Whether the person currently works.</param>
/// <param name="Start">The first day of work.</param>
/// <param name="DailyHours">The contractual hours per day.</param>
/// <param name="Away">The whole days of approved absence, as first and last day.</param>
internal sealed record Tracker(
    string Id, bool IsActive, DateOnly Start, decimal DailyHours, IReadOnlyList<(DateOnly First, DateOnly Last)> Away)
{
    /// <summary>Creates a tracker from a person and the person's absences.</summary>
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
