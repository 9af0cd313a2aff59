namespace Personio.Models;

/// <summary>A person in an org chart, with supervisor, level and number of reports.</summary>
public sealed record OrgChartEntry
{
    /// <summary>The id of the person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null if it cannot be read.</summary>
    public string? PersonName { get; init; }

    /// <summary>The title of the position.</summary>
    public string? Position { get; init; }

    /// <summary>The name of the department; null if there is none.</summary>
    public string? Department { get; init; }

    /// <summary>The person id of the supervisor; null if there is none.</summary>
    public string? SupervisorId { get; init; }

    /// <summary>The name of the supervisor; null if there is none or the supervisor is not in the chart.</summary>
    public string? SupervisorName { get; init; }

    /// <summary>The number of levels below the top, which is 0.</summary>
    public int Depth { get; init; }

    /// <summary>The names from the top down to the person, separated by slashes.</summary>
    public string? Path { get; init; }

    /// <summary>The number of direct reports: the span of control.</summary>
    public int DirectReports { get; init; }

    /// <summary>The number of direct and indirect reports.</summary>
    public int AllReports { get; init; }

    /// <summary>
    /// SupervisorMissing if the supervisor is not in the chart, Cycle if persons supervise one another in a cycle;
    /// otherwise null.
    /// </summary>
    public string? Finding { get; init; }

    // The lines that lead to the person in a text tree.
    internal string Branch { get; init; } = "";

    /// <summary>Returns the person as a line of a text tree.</summary>
    public string ToTreeLine() => Branch + (PersonName ?? PersonId);

    /// <inheritdoc/>
    public override string ToString() => PersonName ?? PersonId ?? "";
}
