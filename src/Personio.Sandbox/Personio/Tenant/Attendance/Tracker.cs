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
    public bool IsAtWork(DateOnly day) => day >= Start && !Away.Any(days => day >= days.First && day <= days.Last);
}
