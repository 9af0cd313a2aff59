using System.Globalization;

namespace Personio.Models;

/// <summary>
/// The working time of a group: of a person, a department, a team, a day, a month, a project, or of several of these
/// together.
/// </summary>
public sealed record AttendanceSummary
{
    /// <summary>The person; null unless summed up by person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person, where the periods had it.</summary>
    public string? PersonName { get; init; }

    /// <summary>The day the hours count for; null unless summed up by date.</summary>
    public DateTime? Date { get; init; }

    /// <summary>The month the hours count for, as 2026-03; null unless summed up by month.</summary>
    public string? Month { get; init; }

    /// <summary>The project; null for work without one, and unless summed up by project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The name of the project; null where there is none, and where no session could tell it.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The name of the department; null where there is none, and unless summed up by department.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the team; null where there is none, and unless summed up by team.</summary>
    public string? Team { get; init; }

    /// <summary>Hours of all closed periods of work. Time that two of them share counts once.</summary>
    public decimal WorkHours { get; init; }

    /// <summary>
    /// Hours of breaks within this work, and between it and the next work of the same person and day. Breaks before the
    /// first and after the last work of a day do not count.
    /// </summary>
    public decimal BreakHours { get; init; }

    /// <summary>WorkHours less the breaks within work; breaks between work take nothing off.</summary>
    public decimal Hours { get; init; }

    /// <summary>How many closed periods of work there are.</summary>
    public int Periods { get; init; }

    /// <summary>How many periods, work and breaks, still run. They are left out of the hours.</summary>
    public int OpenPeriods { get; init; }

    /// <summary>The id of the department; null where there is none, and unless summed up by department.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>The id of the team; null where there is none, and unless summed up by team.</summary>
    public string? TeamId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hours:0.00} h");
}
