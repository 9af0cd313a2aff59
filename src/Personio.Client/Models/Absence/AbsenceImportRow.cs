namespace Personio.Models;

/// <summary>The actual or expected outcome of one row of an absence file.</summary>
public sealed record AbsenceImportRow
{
    /// <summary>The row number as a spreadsheet program shows it; row 1 has the headers.</summary>
    public int Row { get; init; }

    /// <summary>
    /// Create: would be created; Created: was created; Exists: an equal absence exists; Conflict: another absence is in
    /// the way; Error; Declined: you answered no at the prompt; Unknown: the response was lost; NotSent: the import
    /// stopped before this row.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>The reason or other details; null if there are none.</summary>
    public string? Message { get; init; }

    /// <summary>The id of the person; null if the row does not specify one or the address is unknown.</summary>
    public string? PersonId { get; init; }

    /// <summary>The email address in the row; null if there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The absence type as written in the row.</summary>
    public string? AbsenceType { get; init; }

    /// <summary>The first day, with a time of day for types counted in hours; null if it cannot be read.</summary>
    public DateTime? StartDate { get; init; }

    /// <summary>The last day, inclusive, with a time of day for types counted in hours; null if open-ended.</summary>
    public DateTime? EndDate { get; init; }

    /// <summary>The id of the absence that was created or already exists; null if there is none.</summary>
    public string? AbsencePeriodId { get; init; }

    /// <summary>The full path of the file.</summary>
    public string? File { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"Row {Row}: {Outcome}";
}
