namespace Personio.Client.Tests;

public sealed class DocumentFileNameTests
{
    [Theory]
    [InlineData("Contract 2026", "pdf", "Contract 2026.pdf")]
    [InlineData("Contract", "7z", "Contract.7z")]
    [InlineData("Contract.docx", "pdf", "Contract.docx")]
    [InlineData("No. 7", "pdf", "No. 7.pdf")]
    [InlineData("Version 1.2", "application/pdf", "Version 1.2.pdf")]
    [InlineData("Contract", "application/pdf", "Contract.pdf")]
    [InlineData("Photo", "IMAGE/JPEG; q=1", "Photo.jpg")]
    [InlineData("Contract.pdf", "application/octet-stream", "Contract.pdf")]
    [InlineData("Contract", "application/octet-stream", "Contract")]
    [InlineData("Contract", "application/x-unknown", "Contract")]
    [InlineData("Contract", null, "Contract")]
    [InlineData("Contract", "", "Contract")]
    [InlineData("Contract", "other", "Contract")]
    [InlineData("Contract", "p/f", "Contract")]
    [InlineData("Contract", "spreadsheet", "Contract")]
    [InlineData(null, "pdf", null)]
    public void A_title_without_an_extension_gets_that_of_its_type(string? title, string? type, string? name) =>
        Assert.Equal(name, DocumentFileName.Create(title, type));

    [Theory]
    [InlineData("Contract", null, "c-77.docx", "Contract.docx", false)]
    [InlineData("Contract", "application/octet-stream", "c-77.docx", "Contract.docx", false)]
    [InlineData("Contract", "application/pdf", "c-77.docx", "Contract.pdf", true)]
    [InlineData("Contract.txt", null, "c-77.docx", "Contract.txt", true)]
    [InlineData("Contract", null, "download", "Contract", false)]
    [InlineData(null, "application/pdf", "c-77.docx", "c-77.docx", false)]
    public void The_download_name_provides_the_extension_that_the_type_lacks(
        string? title, string? type, string? served, string? name, bool isKnown)
    {
        Assert.Equal(name, DocumentFileName.Create(title, type, served));
        Assert.Equal(isKnown, DocumentFileName.IsKnown(title, type));
    }
}
