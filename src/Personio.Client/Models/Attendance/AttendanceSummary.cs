using System.Globalization;

namespace Personio.Models;

/// <summary>
/// The working time of a group: a person, department, team, day, month or project, or a combination of these.
/// </summary>
public sealed record AttendanceSummary
{
    /// <summary>The id of the person; null unless summed by person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person, if the periods had it.</summary>
    public string? PersonName { get; init; }

    /// <summary>The day to which the hours are attributed; null unless summed by date.</summary>
    public DateTime? Date { get; init; }

    /// <summary>
    /// The month to which the hours are attributed, for example 2026-03; null unless summed by month.
    /// </summary>
    public string? Month { get; init; }

    /// <summary>The id of the project; null for work without one, and unless summed by project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The name of the project; null if there is none, or without a session to look it up.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The name of the department; null if there is none, or unless summed by department.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the team; null if there is none, or unless summed by team.</summary>
    public string? Team { get; init; }

    /// <summary>Hours of all closed periods of work. Time shared by two of them counts once.</summary>
    public decimal WorkHours { get; init; }

    /// <summary>
    /// Hours of breaks within this work, and between it and the next work of the same person on the same day. Breaks
    /// before the first and after the last work of a day do not count.
    /// </summary>
    public decimal BreakHours { get; init; }

    /// <summary>WorkHours minus breaks within work; breaks between work are not subtracted.</summary>
    public decimal Hours { get; init; }

    /// <summary>The number of closed periods of work.</summary>
    public int Periods { get; init; }

    /// <summary>
    /// The number of periods of work and breaks that are still running. They are not included in the hours.
    /// </summary>
    public int OpenPeriods { get; init; }

    /// <summary>The id of the department; null if there is none, or unless summed by department.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>The id of the team; null if there is none, or unless summed by team.</summary>
    public string? TeamId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hours:0.00} h");
}
