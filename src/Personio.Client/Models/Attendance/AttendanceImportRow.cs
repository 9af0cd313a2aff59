namespace Personio.Models;

/// <summary>The actual or expected outcome of one row of an attendance file.</summary>
public sealed record AttendanceImportRow
{
    /// <summary>The row number as a spreadsheet program shows it; row 1 has the headers.</summary>
    public int Row { get; init; }

    /// <summary>
    /// Create: would be created; Created: was created; Exists: an equal period exists; Conflict: Personio rejects it
    /// because of another one; Error; Declined: you answered no at the prompt; Unknown: the response was lost; NotSent:
    /// the import stopped before this row.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>The reason or other details; null if there are none.</summary>
    public string? Message { get; init; }

    /// <summary>The id of the person; null if the row does not specify one or the address is unknown.</summary>
    public string? PersonId { get; init; }

    /// <summary>The email address in the row; null if there is none.</summary>
    public string? Email { get; init; }

    /// <summary>Work or Break; null if it cannot be read.</summary>
    public string? Type { get; init; }

    /// <summary>The start, in the company's local time; null if it cannot be read.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The end, in the company's local time; null if the period is running.</summary>
    public DateTime? End { get; init; }

    /// <summary>The project as written in the row: its id or its name.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The id of the period that was created or already exists; null if there is none.</summary>
    public string? AttendancePeriodId { get; init; }

    /// <summary>The full path of the file.</summary>
    public string? File { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"Row {Row}: {Outcome}";
}
