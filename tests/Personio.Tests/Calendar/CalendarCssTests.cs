using System.Globalization;

namespace Personio.Tests.Calendar;

public sealed class CalendarCssTests
{
    // WCAG 2.2: 4.5 for text (1.4.3), 3 for meaningful graphics (1.4.11).
    public static TheoryData<string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, double>();
            foreach (var color in CalendarCss.Colors)
            {
                foreach (var (scheme, paper) in
                    new[] { (color.Light, CalendarCss.Paper.Light), (color.Dark, CalendarCss.Paper.Dark) })
                {
                    pairs.Add(scheme.Letters, scheme.Ground, 4.5);
                    // Between the stripes of pending absences.
                    pairs.Add(scheme.Letters, paper, 4.5);
                    pairs.Add(scheme.Line, paper, 3);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Readable_text_has_contrast(string front, string ground, double least) =>
        Assert.InRange(Contrast(front, ground), least, 21);

    [Fact]
    public void The_style_requests_nothing_from_the_network()
    {
        Assert.DoesNotContain("url(", CalendarCss.StyleSheet, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", CalendarCss.StyleSheet, StringComparison.Ordinal);
        Assert.DoesNotContain("</", CalendarCss.StyleSheet, StringComparison.Ordinal);
    }

    private static double Contrast(string one, string other)
    {
        double[] light = [.. new[] { Luminance(one), Luminance(other) }.Order()];
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(number => (2 * number) + 1)
            .Select(at => int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
