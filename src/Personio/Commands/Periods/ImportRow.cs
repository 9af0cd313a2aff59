using System.Globalization;
using System.Management.Automation;
using Personio.Client;
using Personio.Parameters;

namespace Personio;

/// <summary>One row of a file that is imported. Its cells are read by the rules of the parameters of their names.</summary>
/// <param name="file">The full path of the file.</param>
/// <param name="table">The file.</param>
/// <param name="record">The row.</param>
/// <param name="columns">Where the columns stand.</param>
/// <param name="formats">How dates are written; none for the forms that the module takes everywhere.</param>
internal sealed class ImportRow(
    string file, CsvTable table, CsvRecord record, CsvColumns columns, IReadOnlyList<string> formats)
{
    /// <summary>The full path of the file.</summary>
    public string File => file;

    /// <summary>Its number as a spreadsheet program shows it.</summary>
    public int Number => record.Number;

    /// <summary>The id of the person; null where it is not known.</summary>
    public string? PersonId { get; set; } =
        columns.CellOf(record, nameof(PersonId)) is { } id && !PersonIds.IsAddress(id) ? id : null;

    /// <summary>
    /// The e-mail address of the person, which may stand in the column for the id as well; null where there is none.
    /// </summary>
    public string? Address => Text("Email") ?? (Text(nameof(PersonId)) is { } text && PersonIds.IsAddress(text) ? text : null);

    /// <summary>What was read of the row so far, by column; what cannot be read is not in it.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it was sent and nobody knows what came of it.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether it was told what became of it.</summary>
    public bool IsDone { get; set; }

    /// <summary>Refuses a row whose cells may stand in wrong columns.</summary>
    /// <exception cref="PersonioException">They may (<c>InvalidRequest</c>).</exception>
    public void Check()
    {
        if (table.WrongWith(record) is { } wrong)
        {
            throw PersonioException.Invalid(wrong);
        }
    }

    /// <summary>A cell; null where it is empty or the file has no such column.</summary>
    public string? Text(string column) => columns.CellOf(record, column);

    /// <summary>A day, or a moment on the wall clock of the company; null where the cell is empty.</summary>
    /// <exception cref="PersonioException">It cannot be read (<c>InvalidRequest</c>).</exception>
    public DateTime? Moment(string column)
    {
        string? text = Text(column);
        return Read(column, () => text is null || formats.Count == 0 ? DateInput.WallClock(text) : Formatted(text));
    }

    /// <summary>Whether a cell says true; an empty one does not.</summary>
    /// <exception cref="PersonioException">It says neither true nor false (<c>InvalidRequest</c>).</exception>
    public bool Flag(string column) => Read(
        column, () => (bool)new FlagTransformationAttribute { IsEmptyFalse = true }.Transform(null!, Text(column))!);

    /// <summary>One of the names of an enumeration; null where the cell is empty.</summary>
    /// <exception cref="PersonioException">It is none of them (<c>InvalidRequest</c>).</exception>
    public T? Choice<T>(string column)
        where T : struct, Enum =>
        Read(column, () => (T?)new ChoiceTransformationAttribute(typeof(T)).Transform(null!, Text(column)));

    /// <summary>What was read of a column; null where it was not read.</summary>
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

    private DateTime? Formatted(string text) =>
        !DateTime.TryParseExact(
            text, [.. formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            ? throw new ArgumentTransformationMetadataException(
                $"'{text}' is not of the form {string.Join(" or ", formats)}.")
        : DateParser.IsNear(moment) ? moment
        : throw new ArgumentTransformationMetadataException(
            $"The year {moment.Year} is too far away: only {DateParser.FirstYear} to {DateParser.LastYear} are accepted.");
}
