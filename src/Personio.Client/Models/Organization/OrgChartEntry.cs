namespace Personio.Models;

/// <summary>A person in an org chart: who leads them, how far down they stand, and how many they lead.</summary>
public sealed record OrgChartEntry
{
    /// <summary>The person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null where it cannot be read.</summary>
    public string? PersonName { get; init; }

    /// <summary>The title of the position.</summary>
    public string? Position { get; init; }

    /// <summary>The name of the department; null where there is none.</summary>
    public string? Department { get; init; }

    /// <summary>The person id of the supervisor; null where there is none.</summary>
    public string? SupervisorId { get; init; }

    /// <summary>The name of the supervisor; null where there is none, or who is not in the chart.</summary>
    public string? SupervisorName { get; init; }

    /// <summary>How many levels the person stands below the top, which is 0.</summary>
    public int Depth { get; init; }

    /// <summary>The names from the top to the person, with slashes between.</summary>
    public string? Path { get; init; }

    /// <summary>How many persons report to this one directly: the span of control.</summary>
    public int DirectReports { get; init; }

    /// <summary>How many persons stand below, over all levels.</summary>
    public int AllReports { get; init; }

    /// <summary>
    /// SupervisorMissing where the supervisor is not among the persons of the chart, Cycle where persons supervise one
    /// another in a circle; else null.
    /// </summary>
    public string? Finding { get; init; }

    // The lines that lead to the person in a tree of text.
    internal string Branch { get; init; } = "";

    /// <summary>The person as a line of a tree of text.</summary>
    public string ToTreeLine() => Branch + (PersonName ?? PersonId);

    /// <inheritdoc/>
    public override string ToString() => PersonName ?? PersonId ?? "";
}
