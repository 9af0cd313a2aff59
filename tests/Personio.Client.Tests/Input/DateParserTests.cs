using System.Globalization;

namespace Personio.Client.Tests;

public sealed class DateParserTests
{
    // Numbers that could both be months, that could not, and that are the same; before and after noon.
    private static readonly DateTime[] s_moments =
    [
        new(2026, 8, 3, 0, 0, 0), new(2026, 3, 8, 20, 30, 15), new(2026, 11, 16, 8, 0, 0), new(2027, 1, 12, 13, 5, 0),
        new(2026, 12, 12, 12, 0, 0), new(2028, 2, 29, 0, 0, 1),
    ];

    /// <summary>One culture for each date format; all others use one of these formats.</summary>
    private static readonly CultureInfo[] s_cultures =
    [
        .. CultureInfo.GetCultures(CultureTypes.AllCultures).DistinctBy(culture => string.Join(
            '\n',
            [
                .. "dgG".SelectMany(culture.DateTimeFormat.GetAllDateTimePatterns),
                culture.DateTimeFormat.AMDesignator, culture.DateTimeFormat.PMDesignator,
                culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator,
                culture.DateTimeFormat.Calendar.GetType().Name,
            ])),
    ];

    [Fact]
    public void A_moment_written_in_any_culture_is_never_read_as_another_one()
    {
        Written[] written = [.. s_cultures.SelectMany(WrittenIn).DistinctBy(text => (text.Text, text.Moment))];
        var wrong = new List<string>();

        foreach (CultureInfo reader in s_cultures)
        {
            wrong.AddRange(written
                .Where(text => Read(text.Text, reader) is { } read && read != text.Moment)
                .Select(text => $"{reader.Name} reads {text.By}'s '{text.Text}' as {Read(text.Text, reader):s}"));
        }

        Assert.True(s_cultures.Length > 100 && written.Length > 1000, $"{s_cultures.Length} {written.Length}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_culture_reads_back_what_it_wrote_if_that_can_mean_only_one_day()
    {
        var unread = new List<string>();

        foreach (CultureInfo culture in s_cultures)
        {
            unread.AddRange(WrittenIn(culture)
                .Where(text => IsClear(text, culture) && Read(text.Text, culture) != text.Moment)
                .Select(text => $"{culture.Name}: '{text.Text}'"));
        }

        Assert.Empty(unread);
    }

    [Theory]
    [InlineData("en-US", "8/3/2026 12:00:00 AM", "2026-03-08 or 2026-08-03")]
    [InlineData("en-GB", "8/3/2026 12:00:00 AM", "is not a date")]
    [InlineData("en-GB", "03/08/2026 00:00:00", "2026-03-08 or 2026-08-03")]
    [InlineData("en-AU", "8/3/2026 12:00:00 am", "2026-03-08 or 2026-08-03")]
    [InlineData("en-IN", "8/3/2026 12:00:00 AM", "2026-03-08 or 2026-08-03")]
    [InlineData("hi-IN", "8/3/2026 12:00:00 am", "2026-03-08 or 2026-08-03")]
    [InlineData("th-TH", "16/11/2026 08:00:00", "in the year 1483")]
    [InlineData("en-US", "11/16/2569", "in the year 2569")]
    [InlineData("de-DE", "01.01.1899", "in the year 1899")]
    [InlineData("de-DE", "0001-01-01", "in the year 1")]
    [InlineData("de-DE", "9999-12-31", "in the year 9999")]
    [InlineData("de-DE", "03.08.26", "is not a date")]
    [InlineData("jgo-CM", "8.3.2026", "is not a date")]
    [InlineData("ky-KG", "2026-16-11", "is not a date")]
    public void Text_that_could_be_two_days_or_is_out_of_range_is_refused(string culture, string text, string why)
    {
        var refusal = Assert.Throws<FormatException>(() => DateParser.Read(text, CultureInfo.GetCultureInfo(culture)));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE", "16.11.2026 08:00", "2026-11-16T08:00:00")]
    [InlineData("de-DE", "16.11.2026 8:00", "2026-11-16T08:00:00")]
    [InlineData("de-DE", "3.8.2026", "2026-08-03T00:00:00")]
    [InlineData("de-DE", "16.11.2026 08:00:00.000", "2026-11-16T08:00:00")]
    [InlineData("en-US", "11/16/2026 8:00 PM", "2026-11-16T20:00:00")]
    [InlineData("en-US", "11/16/2026 8:00\u202fPM", "2026-11-16T20:00:00")]
    [InlineData("en-US", "11/16/2026 8:00:07\u00a0PM", "2026-11-16T20:00:07")]
    [InlineData("en-US", "11/16/2026 08:00", "2026-11-16T08:00:00")]
    [InlineData("en-US", "2026-11-16 08:00:00.000", "2026-11-16T08:00:00")]
    [InlineData("en-US", "2026-11-16 08:00:00.1234567", "2026-11-16T08:00:00")]
    [InlineData("th-TH", "2026-11-16T08:00", "2026-11-16T08:00:00")]
    [InlineData("es-ES", "16/11/2026 8:00", "2026-11-16T08:00:00")]
    [InlineData("da-DK", "16.11.2026 08.00", "2026-11-16T08:00:00")]
    [InlineData("hu-HU", "2026. 11. 16. 8:00", "2026-11-16T08:00:00")]
    [InlineData("nl-NL", "03-08-2026", "2026-08-03T00:00:00")]
    [InlineData("ja-JP", "2026/08/03 8:00", "2026-08-03T08:00:00")]
    public void Dates_as_spreadsheets_and_databases_write_them_are_read(string culture, string text, string moment)
    {
        ParsedDate date = DateParser.Read(text, CultureInfo.GetCultureInfo(culture));

        Assert.Equal(moment, date.WallClock.ToString("s", CultureInfo.InvariantCulture));
        Assert.Null(date.Offset);
    }

    [Theory]
    [InlineData("2026-06-01T07:00:00Z", 0)]
    [InlineData("2026-06-01 07:00:00Z", 0)]
    [InlineData("2026-06-01T07:00+00:00", 0)]
    [InlineData("2026-06-01T07:00:00.0000000+02:00", 120)]
    [InlineData("2026-06-01 07:00:00.000 -0330", -210)]
    [InlineData("01.06.2026 07:00:00 +02:00", 120)]
    public void A_time_zone_is_kept_with_the_local_time(string text, int minutes)
    {
        ParsedDate date = DateParser.Read(text, CultureInfo.GetCultureInfo("de-DE"));

        Assert.Equal(new DateTime(2026, 6, 1, 7, 0, 0), date.WallClock);
        Assert.Equal(TimeSpan.FromMinutes(minutes), date.Offset);
        Assert.Equal(new DateTime(2026, 6, 1, 7, 0, 0).AddMinutes(-minutes), date.Utc);
    }

    [Fact]
    public void Changed_settings_of_a_culture_take_effect()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-US").Clone();
        Assert.Throws<FormatException>(() => DateParser.Read("16.11.2026", culture));

        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";

        Assert.Equal(new DateTime(2026, 11, 16), DateParser.Read("16.11.2026", culture).WallClock);
    }

    [Theory]
    [InlineData("de-DE", "2026-11", "2026-11")]
    [InlineData("de-DE", "11.2026", "2026-11")]
    [InlineData("de-DE", "5.2026", "2026-05")]
    [InlineData("en-US", "11/2026", "2026-11")]
    [InlineData("en-US", "November 2026", "2026-11")]
    [InlineData("de-DE", "November 2026", "2026-11")]
    [InlineData("de-DE", "Mai 2026", "2026-05")]
    [InlineData("de-DE", "May 2026", "2026-05")]
    [InlineData("ja-JP", "2026/11", "2026-11")]
    [InlineData("th-TH", "2026-11", "2026-11")]
    public void Months_are_read_as_people_write_them(string culture, string text, string month) => Assert.Equal(
        month,
        MonthText.Find(text, CultureInfo.GetCultureInfo(culture))?.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("de-DE", "13.2026")]
    [InlineData("de-DE", "2026")]
    [InlineData("de-DE", "16.11.2026")]
    [InlineData("en-US", "03/08/2026")]
    [InlineData("fa-IR", "خرداد 1405")]
    public void Text_that_is_more_than_a_month_is_left_to_the_date_parser(string culture, string text) =>
        Assert.Null(MonthText.Find(text, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("fa-IR", "8/1405")]
    [InlineData("th-TH", "11/2569")]
    public void A_month_of_another_calendar_is_refused(string culture, string text) =>
        Assert.Throws<FormatException>(() => MonthText.Find(text, CultureInfo.GetCultureInfo(culture)));

    private static DateTime? Read(string text, CultureInfo culture)
    {
        try
        {
            return DateParser.Read(text, culture).WallClock;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // The standard formats of a culture, and how much of the time they include.
    private static IEnumerable<Written> WrittenIn(CultureInfo culture) => s_moments.SelectMany(moment => new Written[]
    {
        new(moment.ToString("d", culture), moment.Date, culture.Name),
        new(moment.ToString("g", culture), moment.AddSeconds(-moment.Second), culture.Name),
        new(moment.ToString("G", culture), moment, culture.Name),
    });

    private static bool IsClear(Written written, CultureInfo culture)
    {
        var calendar = culture.DateTimeFormat.Calendar;
        (int day, int month) = (calendar.GetDayOfMonth(written.Moment), calendar.GetMonth(written.Moment));
        return culture.DateTimeFormat.ShortDatePattern.Contains("yyyy", StringComparison.Ordinal)
            && (day > 12 || day == month || !written.Text.Contains('/', StringComparison.Ordinal));
    }

    private sealed record Written(string Text, DateTime Moment, string By);
}
