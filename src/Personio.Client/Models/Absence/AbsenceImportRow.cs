namespace Personio.Models;

/// <summary>What became of one row of a file of absences, or would become of it.</summary>
public sealed record AbsenceImportRow
{
    /// <summary>The number of the row as a spreadsheet program shows it; the first one has the headers.</summary>
    public int Row { get; init; }

    /// <summary>
    /// Create: it would be created; Made: it was; Exists: an equal absence exists; Conflict: another absence is in the way; Error;
    /// Declined: you answered no to the question; Unknown: the answer was lost; NotSent: the import was stopped before.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>Why, or what else there is to know; null where nothing is.</summary>
    public string? Message { get; init; }

    /// <summary>The person; null where the row does not say it, or the address is not known.</summary>
    public string? PersonId { get; init; }

    /// <summary>The e-mail address in the row; null where there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The type as it stands in the row.</summary>
    public string? AbsenceType { get; init; }

    /// <summary>The first day, with its time for types counted in hours; null where it cannot be read.</summary>
    public DateTime? StartDate { get; init; }

    /// <summary>The last day, inclusive, with its time for types counted in hours; null where it is open.</summary>
    public DateTime? EndDate { get; init; }

    /// <summary>The id of the absence that was made, or that exists; null where there is none.</summary>
    public string? AbsencePeriodId { get; init; }

    /// <summary>The full path of the file.</summary>
    public string? File { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"Row {Row}: {Outcome}";
}
