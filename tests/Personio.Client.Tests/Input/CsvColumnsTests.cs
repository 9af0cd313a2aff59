namespace Personio.Client.Tests;

public sealed class CsvColumnsTests
{
    private static readonly CsvColumn[] s_columns =
    [
        new("PersonId") { IsRequired = true, ReplacedBy = "Email" },
        new("Email") { Aliases = ["PersonEmail"], SuggestedHeaders = ["E-Mail"] },
        new("AbsenceType") { IsRequired = true, SuggestedHeaders = ["Art"] },
        new("StartDate") { IsRequired = true, SuggestedHeaders = ["Von", "Beginn"] },
        new("EndDate") { SuggestedHeaders = ["Bis"] },
    ];

    [Fact]
    public void Columns_are_found_by_name_by_alias_and_by_specified_header()
    {
        CsvTable table = CsvTable.Read(
            "PERSONEMAIL;Name;Art;StartDate; bis \na@example.org;X; Urlaub ;2026-08-03;\n", ';', []);

        CsvColumns columns = Find(table, ("AbsenceType", "art"), ("EndDate", "Bis"));

        Assert.Equal("a@example.org", columns.CellOf(table.Rows[0], "Email"));
        Assert.Equal("Urlaub", columns.CellOf(table.Rows[0], "AbsenceType"));
        Assert.Null(columns.CellOf(table.Rows[0], "EndDate"));
        Assert.Null(columns.CellOf(table.Rows[0], "PersonId"));
        Assert.Equal((true, false), (columns.Has("EndDate"), columns.Has("PersonId")));
        Assert.Equal(["Name"], columns.Unused);
    }

    [Theory]
    [InlineData(
        "PersonId;Art;Von;Bis",
        "it has no column for AbsenceType and StartDate. Its headers are 'PersonId', 'Art', 'Von', 'Bis'."
        + "Columns@{ AbsenceType = 'Art'; StartDate = 'Von'; EndDate = 'Bis' }")]
    [InlineData(
        "Personal-Nr.;AbsenceType;StartDate",
        "it has no column for PersonId (or Email). Its headers are 'Personal-Nr.', 'AbsenceType', 'StartDate'."
        + "Columns@{ PersonId = '...' }")]
    [InlineData(
        "PersonId,AbsenceType,StartDate",
        "it has no column for PersonId (or Email), AbsenceType and StartDate. Its headers are "
        + "'PersonId,AbsenceType,StartDate'."
        + "ColumnsOrDelimiter@{ PersonId = '...'; AbsenceType = '...'; StartDate = '...' }")]
    [InlineData(
        "PersonId;AbsenceType;StartDate;startdate",
        "the header 'StartDate' appears 2 times, so StartDate is ambiguous. "
        + "Rename all but one of these columns in the file.None")]
    public void A_missing_or_duplicate_column_is_rejected_with_advice(string header, string message) =>
        Assert.Equal(message, Refusal(header));

    [Fact]
    public void A_duplicate_header_that_is_not_used_does_not_matter() => Assert.Equal(
        ["x", "x"], Find(CsvTable.Read("PersonId;AbsenceType;StartDate;x;x\n", ';', [])).Unused);

    [Theory]
    [InlineData("Von", "StartDate", "The header in the file goes after the equals sign: @{ StartDate = 'Von' }.")]
    [InlineData("Begin", "Von", "Specify PersonId, Email, AbsenceType, StartDate, EndDate.")]
    [InlineData("StartDate", "Ab", "StartDate is mapped to 'Ab', but the file has no such header. Its headers are")]
    public void An_impossible_column_name_is_refused(string name, string header, string message) => Assert.Contains(
        message, Refusal("PersonId;AbsenceType;Von", (name, header)), StringComparison.Ordinal);

    private static string Refusal(string header, params (string, string)[] named)
    {
        var fault = Assert.Throws<FileTextException>(() => Find(CsvTable.Read($"{header}\n", ';', []), named));
        return $"{fault.Message}{fault.Remedy}{fault.Suggestion}";
    }

    private static CsvColumns Find(CsvTable table, params (string Name, string Header)[] named) => CsvColumns.Find(
        table,
        s_columns,
        named.ToDictionary(pair => pair.Name, pair => pair.Header, StringComparer.OrdinalIgnoreCase));
}
