namespace Personio.Client.Tests;

public sealed class DocumentFileNameTests
{
    [Theory]
    [InlineData("Contract 2026", "pdf", "Contract 2026.pdf")]
    [InlineData("Contract", "7z", "Contract.7z")]
    [InlineData("Contract.docx", "pdf", "Contract.docx")]
    [InlineData("No. 7", "pdf", "No. 7")]
    [InlineData("Contract", null, "Contract")]
    [InlineData("Contract", "", "Contract")]
    [InlineData("Contract", "other", "Contract")]
    [InlineData("Contract", "p/f", "Contract")]
    [InlineData("Contract", "spreadsheet", "Contract")]
    [InlineData(null, "pdf", null)]
    public void A_title_without_an_ending_gets_that_of_its_type(string? title, string? type, string? name) =>
        Assert.Equal(name, DocumentFileName.Of(title, type));
}
