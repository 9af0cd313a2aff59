using System.Globalization;

namespace Personio.Models;

/// <summary>
/// The total absence of a group: a person, department, team, type, category or month, or a combination of these.
/// </summary>
public sealed record AbsenceSummary
{
    /// <summary>The id of the person; null unless summed by person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null unless summed by person.</summary>
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null unless summed by person.</summary>
    public string? PersonEmail { get; init; }

    /// <summary>The name of the department; null if there is none, or unless summed by department.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the team; null if there is none, or unless summed by team.</summary>
    public string? Team { get; init; }

    /// <summary>The name of the absence type; null unless summed by type.</summary>
    public string? AbsenceType { get; init; }

    /// <summary>The category of the absence type, for example SICK_LEAVE; null unless summed by category.</summary>
    public string? Category { get; init; }

    /// <summary>The month, for example 2026-03; null unless summed by month.</summary>
    public string? Month { get; init; }

    /// <summary>Days of absence, including half days; absences counted in hours are in Hours.</summary>
    public decimal Days { get; init; }

    /// <summary>Hours of absences that are counted in hours.</summary>
    public decimal Hours { get; init; }

    /// <summary>The number of absences in the totals. An absence that belongs to two groups counts in both.</summary>
    public int Absences { get; init; }

    /// <summary>
    /// The source of the amounts: WorkingDays (Monday to Friday except for the specified holidays) or Breakdown (as
    /// counted by Personio).
    /// </summary>
    public string? DayCount { get; init; }

    /// <summary>The first day that was included.</summary>
    public DateTime? From { get; init; }

    /// <summary>The last day that was included.</summary>
    public DateTime? To { get; init; }

    /// <summary>The id of the department; null if there is none, or unless summed by department.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>The id of the team; null if there is none, or unless summed by team.</summary>
    public string? TeamId { get; init; }

    /// <summary>The id of the absence type; null unless summed by type.</summary>
    public string? AbsenceTypeId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Hours == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Days:0.##} d")
        : string.Create(CultureInfo.InvariantCulture, $"{Days:0.##} d {Hours:0.##} h");
}
