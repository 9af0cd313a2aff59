using System.Text;

namespace Personio.Client.Tests;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("Contract.pdf", "Contract.pdf")]
    [InlineData("Prüfung größer ß.pdf", "Prüfung größer ß.pdf")]
    [InlineData("契約書 🖋.pdf", "契約書 🖋.pdf")]
    [InlineData("../x", "x")]
    [InlineData("..\\..\\evil.ps1", "evil.ps1")]
    [InlineData("/etc/passwd", "etc_passwd")]
    [InlineData("C:\\Windows\\x.ini", "C__Windows_x.ini")]
    [InlineData("a/.. /b", "a_b")]
    [InlineData("a:b*c?d\"e<f>g|h.csv", "a_b_c_d_e_f_g_h.csv")]
    [InlineData("x.txt:stream", "x.txt_stream")]
    [InlineData("ends with a dot. ", "ends with a dot")]
    [InlineData(" . .x", "_ .x")]
    [InlineData(".hidden", "_hidden")]
    [InlineData("...hidden", "_hidden")]
    [InlineData("two\r\nlines\t.txt", "two__lines_.txt")]
    [InlineData("\u202Etxt.exe", "txt.exe")]
    [InlineData("\u0000x", "_x")]
    [InlineData("con", "_con")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("CON .txt", "_CON .txt")]
    [InlineData("nul", "_nul")]
    [InlineData("Com1.tar.gz", "_Com1.tar.gz")]
    [InlineData("LPT³", "_LPT³")]
    [InlineData("conin$", "_conin$")]
    [InlineData("console.log", "console.log")]
    [InlineData("COM10", "COM10")]
    [InlineData("u\u0308.txt", "ü.txt")]
    [InlineData("100%25 sure%2F..%2Fx.txt", "100%25 sure%2F..%2Fx.txt")]
    public void A_name_becomes_one_safe_part_of_a_path(string name, string safe) =>
        Assert.Equal(safe, SafeFileName.Create(name, "other"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("\u200B")]
    [InlineData("/")]
    public void An_empty_name_part_leaves_the_other_part(string? name) =>
        Assert.Equal("other", SafeFileName.Create(name, "other"));

    [Theory]
    [InlineData('n', ".txt")]
    [InlineData('ß', ".pdf")]
    [InlineData('契', "")]
    public void A_long_name_is_cut_before_its_extension(char letter, string extension)
    {
        string safe = SafeFileName.Create(new string(letter, 300) + extension, "other");

        Assert.InRange(Encoding.UTF8.GetByteCount(safe), 190, 200);
        Assert.EndsWith(letter + extension, safe, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_is_not_part_of_a_name()
    {
        string safe = SafeFileName.Create("a\uD83Db.txt", "other");

        Assert.DoesNotContain('\uD83D', safe);
        Assert.EndsWith("b.txt", safe, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_not_cut_within_a_character()
    {
        string safe = SafeFileName.Create(string.Concat(Enumerable.Repeat("🖋", 100)), "other");

        Assert.Equal(200, Encoding.UTF8.GetByteCount(safe));
    }

    [Theory]
    [InlineData("Contract.pdf", "Contract (7).pdf")]
    [InlineData("Contract", "Contract (7)")]
    [InlineData("a.tar.gz", "a.tar (7).gz")]
    public void A_mark_is_before_the_extension(string name, string marked) =>
        Assert.Equal(marked, SafeFileName.With(name, "7"));
}
