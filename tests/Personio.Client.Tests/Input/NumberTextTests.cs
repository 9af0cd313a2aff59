using System.Globalization;

namespace Personio.Client.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("de-DE", "1.250")]
    [InlineData("en-US", "4.500")]
    [InlineData("", "12.000")]
    [InlineData("de-DE", "-1.250")]
    [InlineData("de-DE", "4,500")]
    [InlineData("en-US", "1234.500")]
    public void A_single_separator_before_three_digits_is_refused_as_ambiguous(string culture, string text)
    {
        var refusal = Assert.Throws<FormatException>(() => NumberText.Read(text, CultureInfo.GetCultureInfo(culture)));

        string digits = text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        Assert.Contains($"could be {digits.TrimStart('-')} or ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "4850,5")]
    [InlineData("en-US", "1,250.00")]
    [InlineData("de-DE", "1.250,00")]
    [InlineData("de-CH", "1’250.00")]
    [InlineData("de-DE", "1 250")]
    [InlineData("de-DE", "1e3")]
    [InlineData("de-DE", "4850 EUR")]
    [InlineData("de-DE", "4.8.5")]
    [InlineData("de-DE", "")]
    [InlineData("de-DE", "-")]
    [InlineData("de-DE", ",")]
    public void Text_that_is_not_clearly_a_number_is_refused(string culture, string text) => Assert.Contains(
        "safe to read",
        Assert.Throws<FormatException>(() => NumberText.Read(text, CultureInfo.GetCultureInfo(culture))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("de-DE", "4850,5", 4850.5)]
    [InlineData("de-DE", "4850.5", 4850.5)]
    [InlineData("de-DE", "38,25", 38.25)]
    [InlineData("fr-FR", " 38,5 ", 38.5)]
    [InlineData("en-US", "38.5", 38.5)]
    [InlineData("en-US", "1.2500", 1.25)]
    [InlineData("en-US", "0.125", 0.125)]
    [InlineData("en-US", "1250", 1250)]
    [InlineData("en-US", "-3.5", -3.5)]
    [InlineData("en-US", ".5", 0.5)]
    public void The_decimal_separator_is_a_point_or_that_of_the_culture(string culture, string text, double number) =>
        Assert.Equal((decimal)number, NumberText.Read(text, CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void Every_culture_reads_back_the_amounts_that_it_wrote()
    {
        foreach (CultureInfo culture in CultureInfo.GetCultures(CultureTypes.AllCultures))
        {
            foreach (decimal amount in new[] { 4850.5m, -4850.25m, 1250m, 0.125m, 38.1875m })
            {
                Assert.Equal(amount, NumberText.Read(amount.ToString(culture), culture));
            }
        }
    }
}
