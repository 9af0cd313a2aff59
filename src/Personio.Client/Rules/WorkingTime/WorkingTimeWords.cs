using System.Globalization;
using Personio.Models;

namespace Personio.Client;

/// <summary>Describes issues with working time, each in one plain sentence.</summary>
internal static class WorkingTimeWords
{
    public static WorkingTimeIssue TooManyHours(DateTime day, decimal hours, decimal limit) => Issue(
        WorkingTimeIssueKind.TooManyHours, day, hours, limit, "hours",
        $"Worked {Number(hours)} hours on {DateText.Day(day)}; {Number(limit)} are allowed.");

    public static WorkingTimeIssue TooLittleRest(
        DateTime day, DateTime end, DateTime start, decimal rest, decimal required) => Issue(
        WorkingTimeIssueKind.TooLittleRest, day, rest, required, "hours",
        $"Rested {Number(rest)} hours from {DateText.Minute(end)} to {DateText.Minute(start)}; "
            + $"{Number(required)} are required.");

    public static WorkingTimeIssue BreakTooShort(DateTime day, decimal hours, decimal taken, decimal required) => Issue(
        WorkingTimeIssueKind.BreakTooShort, day, taken, required, "minutes",
        $"Took {Number(taken)} minutes of break in {Number(hours)} hours of work on {DateText.Day(day)}; "
            + $"{Number(required)} are required.");

    public static WorkingTimeIssue FreeDayWork(WorkingTimeIssueKind kind, DateTime day, decimal hours) => Issue(
        kind, day, hours, 0, "hours",
        $"Worked {Number(hours)} hours on "
            + $"{(kind == WorkingTimeIssueKind.SundayWork ? "Sunday" : "the public holiday")} {DateText.Day(day)}.");

    private static WorkingTimeIssue Issue(
        WorkingTimeIssueKind kind, DateTime day, decimal actual, decimal limit, string unit, string message) => new()
    {
        Date = day,
        Issue = kind.ToString(),
        Actual = Math.Round(actual, 2),
        Limit = limit,
        Unit = unit,
        Message = message,
    };

    private static string Number(decimal number) =>
        Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
