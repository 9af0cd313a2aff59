using System.Globalization;
using System.Text;

namespace Personio.Client.Tests;

public sealed class FileTextTests
{
    private const string Text = "Müller;Größe €\r\nČ";

    public static TheoryData<string> Marked => ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_byte_order_mark_overrides_the_specified_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];

        Assert.Equal(Text, FileText.Read(bytes, null));
        Assert.Equal(Text, FileText.Read(bytes, Encoding.Latin1));
    }

    [Fact]
    public void Text_without_a_byte_order_mark_is_UTF_8() =>
        Assert.Equal(Text, FileText.Read(Encoding.UTF8.GetBytes(Text), null));

    [Theory]
    [InlineData("1252", "Müller €", 0xFC)]
    [InlineData("windows-1252", "Müller €", 0xFC)]
    [InlineData("ANSI", "Müller €", 0xFC)]
    [InlineData("850", "Müller", 0x81)]
    [InlineData("oem", "Müller", 0x81)]
    [InlineData("1250", "Müller Č", 0xFC)]
    [InlineData("iso-8859-15", "Müller €", 0xFC)]
    [InlineData("latin1", "Müller", 0xFC)]
    public void A_code_page_is_specified_by_number_or_name(string name, string text, byte second)
    {
        Encoding encoding = FileText.EncodingOf(name, CultureInfo.GetCultureInfo("de-DE"));
        byte[] bytes = encoding.GetBytes(text);

        Assert.Equal(second, bytes[1]);
        Assert.Equal(text, FileText.Read(bytes, encoding));
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused_with_its_line()
    {
        byte[] bytes = FileText.EncodingOf("1252", CultureInfo.InvariantCulture).GetBytes("a;b\r\nMüller;c\r\n");

        var fault = Assert.Throws<FileTextException>(() => FileText.Read(bytes, null));

        Assert.Equal("it is not in utf-8: line 2 has a byte that does not belong there (0xFC)", fault.Message);
        Assert.Equal(FileRemedy.Encoding, fault.Remedy);
    }

    [Fact]
    public void UTF_16_without_a_byte_order_mark_is_refused() => Assert.Equal(
        FileRemedy.Encoding,
        Assert.Throws<FileTextException>(() => FileText.Read(Encoding.Unicode.GetBytes("a;b"), null)).Remedy);

    [Theory]
    [InlineData("umlauts")]
    [InlineData("99999")]
    [InlineData("utf-7")]
    [InlineData("")]
    public void An_unknown_encoding_is_rejected(string name) => Assert.Contains(
        $"'{name}'",
        Assert.Throws<FormatException>(() => FileText.EncodingOf(name, CultureInfo.InvariantCulture)).Message,
        StringComparison.Ordinal);
}
