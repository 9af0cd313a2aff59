namespace Personio.Models;

/// <summary>What became of one row of a file of attendance, or would become of it.</summary>
public sealed record AttendanceImportRow
{
    /// <summary>The number of the row as a spreadsheet program shows it; the first one has the headers.</summary>
    public int Row { get; init; }

    /// <summary>
    /// Create: it would be created; Made: it was; Exists: an equal period exists; Conflict: Personio refuses it because of another
    /// one; Error; Declined: you answered no to the question; Unknown: the answer was lost; NotSent: the import was
    /// stopped before.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>Why, or what else there is to know; null where nothing is.</summary>
    public string? Message { get; init; }

    /// <summary>The person; null where the row does not say it, or the address is not known.</summary>
    public string? PersonId { get; init; }

    /// <summary>The e-mail address in the row; null where there is none.</summary>
    public string? Email { get; init; }

    /// <summary>Work or Break; null where it cannot be read.</summary>
    public string? Type { get; init; }

    /// <summary>The start on the company's wall clock; null where it cannot be read.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The end; null where the period is running.</summary>
    public DateTime? End { get; init; }

    /// <summary>The project as it stands in the row: its id or its name.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The id of the period that was made, or that exists; null where there is none.</summary>
    public string? AttendancePeriodId { get; init; }

    /// <summary>The full path of the file.</summary>
    public string? File { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"Row {Row}: {Outcome}";
}
