using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// One row of a file to import. Its cells are read by the rules of the parameters with the same names.
/// </summary>
/// <param name="file">The full path of the file.</param>
/// <param name="table">The file.</param>
/// <param name="record">The row.</param>
/// <param name="columns">The positions of the columns.</param>
/// <param name="formats">The formats of dates; empty for the formats that the module accepts everywhere.</param>
internal sealed class ImportRow(
    string file, CsvTable table, CsvRecord record, CsvColumns columns, IReadOnlyList<string> formats)
{
    /// <summary>The full path of the file.</summary>
    public string File => file;

    /// <summary>The row number as shown by a spreadsheet program.</summary>
    public int Number => record.Number;

    /// <summary>The id of the person; null if unknown.</summary>
    public string? PersonId { get; set; } =
        columns.CellOf(record, nameof(PersonId)) is { } id && !PersonIds.IsAddress(id) ? id : null;

    /// <summary>
    /// The email address of the person, which may be in the id column instead; null if there is none.
    /// </summary>
    public string? Address => Text("Email")
        ?? (Text(nameof(PersonId)) is { } text && PersonIds.IsAddress(text) ? text : null);

    /// <summary>The values read from the row so far, by column, without unreadable ones.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>True if the row was sent but its outcome is unknown.</summary>
    public bool IsOutcomeUnknown { get; set; }

    /// <summary>True if the outcome of the row was reported.</summary>
    public bool IsDone { get; set; }

    /// <summary>Rejects a row whose cells may be in the wrong columns.</summary>
    /// <exception cref="PersonioException">The cells may be in the wrong columns (<c>InvalidRequest</c>).</exception>
    public void Check()
    {
        if (table.ExplainMisalignment(record) is { } wrong)
        {
            throw PersonioException.Invalid(wrong);
        }
    }

    /// <summary>The text of a cell; null if the cell is empty or the file has no such column.</summary>
    public string? Text(string column) => columns.CellOf(record, column);

    /// <summary>A day, or a moment on the company's wall clock; null if the cell is empty.</summary>
    /// <exception cref="PersonioException">The cell cannot be read (<c>InvalidRequest</c>).</exception>
    public DateTime? Moment(string column)
    {
        string? text = Text(column);
        return Read(
            column,
            () => text is null || formats.Count == 0 ? DateInput.WallClock(text) : ParseWithFormats(text));
    }

    /// <summary>True if the cell says true; false if it is empty.</summary>
    /// <exception cref="PersonioException">The cell is neither true nor false (<c>InvalidRequest</c>).</exception>
    public bool Flag(string column) => Read(
        column, () => (bool)new FlagTransformationAttribute { IsEmptyFalse = true }.Transform(null!, Text(column))!);

    /// <summary>A member of an enumeration; null if the cell is empty.</summary>
    /// <exception cref="PersonioException">The cell is not a member (<c>InvalidRequest</c>).</exception>
    public T? Choice<T>(string column)
        where T : struct, Enum =>
        Read(column, () => (T?)new ChoiceTransformationAttribute(typeof(T)).Transform(null!, Text(column)));

    /// <summary>The value read from a column; null if it was not read.</summary>
    public T? Value<T>(string column) => Values.GetValueOrDefault(column) is T value ? value : default;

    private T Read<T>(string column, Func<T> read)
    {
        try
        {
            T value = read();
            Values[column] = value;
            return value;
        }
        catch (ArgumentTransformationMetadataException refusal)
        {
            throw PersonioException.Invalid($"{column}: {refusal.Message}");
        }
    }

    private DateTime? ParseWithFormats(string text) =>
        !DateTime.TryParseExact(
            text, [.. formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            ? throw new ArgumentTransformationMetadataException(
                $"'{text}' is not of the form {string.Join(" or ", formats)}.")
        : DateParser.IsAccepted(moment) ? moment
        : throw new ArgumentTransformationMetadataException(
            $"The year {moment.Year} is too far away: only {DateParser.FirstYear} to {DateParser.LastYear} are "
            + "accepted.");
}
