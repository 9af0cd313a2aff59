namespace Personio.Client.Tests;

public sealed class CsvTextTests
{
    // The cells of each record in brackets, blank records as well.
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "[a|b][c|d]")]
    [InlineData("a,b\nc,d", "[a|b][c|d]")]
    [InlineData("a,b\rc,d\r", "[a|b][c|d]")]
    [InlineData("a,,b,\n", "[a||b|]")]
    [InlineData("\"a,b\",c\n", "[a,b|c]")]
    [InlineData("\"a\"\"b\",c\n", "[a\"b|c]")]
    [InlineData("\"two\r\nlines\",c\nd,e\n", "[two\r\nlines|c][d|e]")]
    [InlineData("\"\",c\n", "[|c]")]
    [InlineData(" \"a\" , b \n", "[a| b ]")]
    [InlineData("5\" pipe,c\n", "[5\" pipe|c]")]
    [InlineData("a\n\nb\n", "[a][][b]")]
    [InlineData("sep=,\r\na,b\r\n", "[a|b]")]
    [InlineData("\"a\"", "[a]")]
    [InlineData("", "")]
    public void Text_is_read_as_records(string text, string records) => Assert.Equal(
        records, string.Concat(CsvText.Read(text, ',').Select(record => $"[{string.Join('|', record.Cells)}]")));

    [Fact]
    public void A_record_has_the_row_number_of_a_spreadsheet_program() => Assert.Equal(
        [1, 2, 3, 4],
        CsvText.Read("a,b\n\"two\nlines\",c\n\nd,e\n", ',').Select(record => record.Number));

    [Theory]
    [InlineData("a,b\n\"c,d\n", "row 2 has a quote that is not closed")]
    [InlineData("a,\"b\"c\n", "row 1 has text after a closing quote*")]
    public void An_unreadable_cell_is_rejected_with_its_row(string text, string message)
    {
        var fault = Assert.Throws<FileTextException>(() => CsvText.Read(text, ',').ToList());

        Assert.StartsWith(message.TrimEnd('*'), fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PersonId;Von\n1;2\n", ';')]
    [InlineData("PersonId,Von\n1,2\n", ',')]
    [InlineData("PersonId\tVon\n1\t2\n", '\t')]
    [InlineData("\"PersonId\";\"Von\"\n", ';')]
    [InlineData("\"Name, Vorname, Titel\";PersonId;Von\n", ';')]
    [InlineData("Name, Vorname, Titel;PersonId;Von\n", ';')]
    [InlineData("a;b;c,d\n", ';')]
    [InlineData("sep=|\nPersonId|Von\n", '|')]
    [InlineData("PersonId\n1\n", ';')]
    public void The_delimiter_is_detected(string text, char delimiter) =>
        Assert.Equal(delimiter, CsvTable.Read(text, null, ["PersonId", "Von"]).Delimiter);

    [Fact]
    public void An_ambiguous_delimiter_has_to_be_specified() => Assert.Equal(
        FileRemedy.Delimiter, Assert.Throws<FileTextException>(() => CsvTable.Read("a,b;c\n", null, ["x"])).Remedy);

    [Fact]
    public void Blank_lines_and_trailing_delimiters_mean_nothing()
    {
        CsvTable table = CsvTable.Read("\n PersonId ;Von;;\n;;;\n1;2;;\n", null, ["PersonId"]);

        Assert.Equal(["PersonId", "Von"], table.Headers);
        Assert.Equal(4, Assert.Single(table.Rows).Number);
        Assert.Null(table.ExplainMisalignment(table.Rows[0]));
    }

    [Fact]
    public void A_row_with_more_cells_than_headers_is_reported()
    {
        CsvTable table = CsvTable.Read("a;b\n1;2;3;\n", ';', []);

        Assert.Equal(
            "It has 3 cells under 2 headers: a text that contains the delimiter needs quotes.",
            table.ExplainMisalignment(table.Rows[0]));
    }

    [Fact]
    public void Headers_are_found_in_any_case_including_all_duplicates() => Assert.Equal(
        [1, 3], CsvTable.Read("a;Größe;Größen; GRÖßE\n", ';', []).PositionsOf(" größe"));

    [Theory]
    [InlineData("")]
    [InlineData("\n \n\t\n")]
    public void A_file_without_a_header_is_empty(string text) =>
        Assert.Equal("it is empty", Assert.Throws<FileTextException>(() => CsvTable.Read(text, null, [])).Message);
}
