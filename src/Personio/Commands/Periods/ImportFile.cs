using System.Collections;
using Personio.Client;
using Personio.Parameters;

namespace Personio;

/// <summary>Reads a CSV file to import: its encoding, delimiter, headers and rows.</summary>
internal sealed class ImportFile
{
    private ImportFile(IReadOnlyList<ImportRow> rows, IReadOnlyList<string> unused) => (Rows, Unused) = (rows, unused);

    /// <summary>The rows that are not blank, in order.</summary>
    public IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>The headers that the import does not use.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="columns">The columns known to the import.</param>
    /// <param name="options">The format of the file.</param>
    /// <exception cref="PersonioException">The file cannot be read unambiguously (<c>InvalidRequest</c>).</exception>
    public static ImportFile Read(string path, IReadOnlyList<CsvColumn> columns, ImportOptions options)
    {
        try
        {
            string text = FileText.Read(File.ReadAllBytes(path), options.Encoding);
            var table = CsvTable.Read(
                text,
                options.Delimiter,
                [.. columns.SelectMany(column => column.Aliases.Prepend(column.Name)), .. options.Headers.Values]);
            var found = CsvColumns.Find(table, columns, options.Headers);
            return new ImportFile(
                [.. table.Rows.Select(record => new ImportRow(path, table, record, found, options.DateFormats))],
                found.Unused);
        }
        catch (FileTextException refusal)
        {
            throw PersonioException.Invalid(
                $"'{path}' was not imported: {SentenceText.AddPeriod(refusal.Message)}{Advice(refusal)}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"'{path}' was not imported: it cannot be read. {fault.Message}", fault);
        }
    }

    private static string Advice(FileTextException refusal) => refusal.Remedy switch
    {
        FileRemedy.Encoding => $" Specify -Encoding: {EncodingTransformationAttribute.CommonEncodings}.",
        FileRemedy.Delimiter => " Specify -Delimiter.",
        FileRemedy.Columns => $" Map them: -Column {refusal.Suggestion}.",
        FileRemedy.ColumnsOrDelimiter =>
            $" Map them: -Column {refusal.Suggestion}, or specify what separates them: -Delimiter.",
        _ => "",
    };

    /// <summary>The headers mapped to columns.</summary>
    /// <param name="given">Columns and headers; null if none were specified.</param>
    public static IReadOnlyDictionary<string, string> Headers(IDictionary? given)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry pair in given ?? new Hashtable())
        {
            headers[pair.Key.ToString() ?? ""] = pair.Value?.ToString() ?? "";
        }

        return headers;
    }
}
