using System.Globalization;

namespace Personio.Models;

/// <summary>
/// The absence of a group: of a person, a department, a team, a type, a category, a month, or of several of these
/// together.
/// </summary>
public sealed record AbsenceSummary
{
    /// <summary>The person; null unless summed up by person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null unless summed up by person.</summary>
    public string? PersonName { get; init; }

    /// <summary>The e-mail address of the person; null unless summed up by person.</summary>
    public string? PersonEmail { get; init; }

    /// <summary>The name of the department; null where there is none, and unless summed up by department.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the team; null where there is none, and unless summed up by team.</summary>
    public string? Team { get; init; }

    /// <summary>The name of the absence type; null unless summed up by type.</summary>
    public string? AbsenceType { get; init; }

    /// <summary>The category of the absence type, for example SICK_LEAVE; null unless summed up by category.</summary>
    public string? Category { get; init; }

    /// <summary>The month, as 2026-03; null unless summed up by month.</summary>
    public string? Month { get; init; }

    /// <summary>Days of absence, halves included; absences in hours are in Hours.</summary>
    public decimal Days { get; init; }

    /// <summary>Hours of absences that are counted in hours.</summary>
    public decimal Hours { get; init; }

    /// <summary>How many absences these days and hours come from. One that lies in two groups counts in both.</summary>
    public int Absences { get; init; }

    /// <summary>
    /// Where the amounts come from: WorkingDays (Monday to Friday, less the holidays given) or Breakdown (as Personio
    /// counts them).
    /// </summary>
    public string? DayCount { get; init; }

    /// <summary>The first day that was looked at.</summary>
    public DateTime? From { get; init; }

    /// <summary>The last day that was looked at, inclusive.</summary>
    public DateTime? To { get; init; }

    /// <summary>The id of the department; null where there is none, and unless summed up by department.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>The id of the team; null where there is none, and unless summed up by team.</summary>
    public string? TeamId { get; init; }

    /// <summary>The id of the absence type; null unless summed up by type.</summary>
    public string? AbsenceTypeId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Hours == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Days:0.##} d")
        : string.Create(CultureInfo.InvariantCulture, $"{Days:0.##} d {Hours:0.##} h");
}
