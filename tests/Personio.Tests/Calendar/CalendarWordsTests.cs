using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Personio.Client;

namespace Personio.Tests.Calendar;

public sealed class CalendarWordsTests
{
    // Words that are the same in English and in another language.
    private static readonly HashSet<string> s_alike =
    [
        "de Persons.One", "de Person", "fr Title", "fr Absences.One", "fr Absences.Many", "fr Absent",
        "nl Days.Both",
    ];

    public static TheoryData<string> Languages => ["de", "en", "es", "fr", "it", "nl"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_all_words_with_the_same_places(string language)
    {
        Dictionary<string, string> english = Texts("en");
        Dictionary<string, string> texts = Texts(language);

        Assert.Equal(english.Keys, texts.Keys);
        Assert.All(texts, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value));
            Assert.Equal(Places(english[text.Key]), Places(text.Value));
            Assert.Equal(text.Value.Trim(), text.Value);
            // Straight quotes would be written as entities.
            Assert.DoesNotMatch("[\"'<>&]", text.Value);
            Assert.Equal(english[text.Key].EndsWith('.'), text.Value.EndsWith('.'));
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_language_uses_English_words_except_identical_ones(string language)
    {
        if (language == "en")
        {
            return;
        }

        Dictionary<string, string> english = Texts("en");

        string[] same =
        [
            .. Texts(language).Where(text => english[text.Key] == text.Value).Select(text => $"{language} {text.Key}"),
        ];

        Assert.Empty(same.Except(s_alike));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("es-ES")]
    [InlineData("fr-FR")]
    [InlineData("it-IT")]
    [InlineData("nl-NL")]
    public void No_English_is_left_in_a_calendar_of_another_language(string culture)
    {
        AbsenceCalendar calendar = Everything() with { Culture = CultureInfo.GetCultureInfo(culture) };
        string[] own = [.. Texts(culture[..2]).Values.SelectMany(Words)];
        string[] english = [.. Texts("en").Values.SelectMany(Words).Except(own, StringComparer.OrdinalIgnoreCase)];

        string[] texts = [CalendarPage.Render(calendar), CalendarFile.Render(calendar), CalendarMail.Render(calendar)];
        foreach (string text in texts)
        {
            string said = Regex.Replace(
                text, "PRODID:.*?EN|personio-absence-|<style>.*?</style>|<[^>]*>|^[A-Z-]+[:;]|PowerShell|Personio for",
                " ", RegexOptions.Singleline | RegexOptions.Multiline);

            string[] left = [.. english.Where(word => Regex.IsMatch(said, $@"\b{word}\b"))];
            Assert.Equal([], left);
        }
    }

    [Theory]
    [InlineData("de-DE", "noch nicht genehmigt")]
    [InlineData("fr-FR", "en attente")]
    [InlineData("en-US", "pending")]
    public void An_approval_status_is_translated_and_an_unknown_one_is_shown_as_Personio_sends_it(
        string culture, string pending)
    {
        var words = new CalendarFormatter(CultureInfo.GetCultureInfo(culture));

        Assert.Equal(
            pending, words.StatusOf(CalendarEntry.Create(Away.From("2026-06-01", "2026-06-02", status: "PENDING"))!));
        Assert.Equal(
            "on hold", words.StatusOf(CalendarEntry.Create(Away.From("2026-06-01", "2026-06-02", status: "ON_HOLD"))!));
    }

    // A calendar that uses every translated word.
    private static AbsenceCalendar Everything() => Away.June(
        Away.From("2026-06-01 First", "2026-06-01 First", type: null),
        Away.From("2026-06-02 Second", "2026-06-02 Second", type: null, id: "a-2"),
        Away.From("2026-06-03 Second", "2026-06-05 First", type: null, status: "PENDING", id: "a-3"),
        Away.From("2026-06-08T14:00:00", "2026-06-08T16:00:00", type: null, status: "REJECTED", id: "a-4"),
        Away.From("2026-06-09T14:00:00", "2026-06-10T16:00:00", type: null, status: "SUBSTITUTE_REQUESTED", id: "a-5"),
        Away.From("2026-06-20 First", null, type: null, status: "DELETION_PENDING", person: "2", id: "a-6")) with
    {
        To = new DateTime(2026, 8, 31),
        Names = new Dictionary<string, string> { ["1"] = "Xx Yy" },
        Groups = new Dictionary<string, string>(),
        AbsenceTypes = [],
        CreatedAt = new DateTimeOffset(2026, 6, 3, 8, 0, 0, TimeSpan.Zero),
    };

    private static IEnumerable<string> Words(string text) =>
        Regex.Matches(text, @"\p{L}{4,}").Select(word => word.Value)
            .Where(word => word is not ("Personio" or "PowerShell"));

    private static string Places(string text) =>
        string.Join(' ', Regex.Matches(text, @"\{\d\}").Select(place => place.Value).Order());

    private static Dictionary<string, string> Texts(string language)
    {
        CalendarWords words = CalendarLanguages.All[language];
        var texts = new Dictionary<string, string>();
        foreach (PropertyInfo property in typeof(CalendarWords).GetProperties()
            .Where(part => part.SetMethod is not null))
        {
            object value = property.GetValue(words)!;
            if (value is ITuple several)
            {
                string[] names =
                [
                    .. property.GetCustomAttribute<TupleElementNamesAttribute>()!.TransformNames.OfType<string>(),
                ];
                for (int i = 0; i < several.Length; i++)
                {
                    texts[$"{property.Name}.{names[i]}"] = (string)several[i]!;
                }
            }
            else
            {
                texts[property.Name] = (string)value;
            }
        }

        return texts;
    }
}
