using System.Globalization;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.UserNames;

/// <summary>User names: the same in every culture and on every run, and never guessed.</summary>
public sealed class UserNameTests
{
    private static readonly string[] s_cultures =
        ["", "en-US", "de-DE", "de-CH", "tr-TR", "az-Latn-AZ", "lt-LT", "vi-VN", "pl-PL", "sv-SE", "ar-SA", "th-TH",
            "fa-IR", "ja-JP", "zh-CN", "hi-IN", "el-GR", "ru-RU", "hu-HU", "cs-CZ"];

    public static TheoryData<string?, string?, string?> Names => new()
    {
        { "Ilka", "Brömse", "ilka.broemse" },
        { "Ilka", "Bro\u0308mse", "ilka.broemse" },
        { "JÜRGEN", "GROẞMANN", "juergen.grossmann" },
        { "Änne", "Weiß", "aenne.weiss" },
        { "Łukasz", "Żółkiewski", "lukasz.zolkiewski" },
        { "Işıl", "İnönü", "isil.inoenue" },
        { "IŞIL", "ILICALI", "isil.ilicali" },
        { "José", "Núñez", "jose.nunez" },
        { "Nguyễn", "Đặng", "nguyen.dang" },
        { "Søren", "Kjær", "soeren.kjaer" },
        { "Åsa", "Ångström", "asa.angstroem" },
        { "Þór", "Guðmundsson", "thor.gudmundsson" },
        { "Ħal", "Ŋgoŧi", "hal.ngoti" },
        { "Œuvre", "ĳsselſtein", "oeuvre.ijsselstein" },
        { "Zoë", "Čech", "zoe.cech" },
        { "Eoin", "O'Neil", "eoin.oneil" },
        { "Eoin", "O’Neil", "eoin.oneil" },
        { "Eoin", "Oʼ Neil", "eoin.o-neil" },
        { "Anna Maria", "von der Heide", "anna-maria.von-der-heide" },
        { "Hans-Peter", "Müller\u2013Lüdenscheid", "hans-peter.mueller-luedenscheid" },
        { "Hans--Peter", " Meier / Schulz ", "hans-peter.meier-schulz" },
        { "J. R.", "Tolkien, Jr.", "j-r.tolkien-jr" },
        { "Anna_Lena", "Meyer", "anna-lena.meyer" },
        { "-Ilka-", ".Brömse.", "ilka.broemse" },
        { "Ilka (Illi)", "\"Brömse\" & Co", "ilka-illi.broemse-co" },
        { "Ilka\u00a0Marie", "Brömse", "ilka-marie.broemse" },
        { "Ilka 2", "Brömse", "ilka-2.broemse" },
        { "Ǿrsted", "Ǖ", "oersted.u" },
        { "Ilka", null, "ilka" },
        { "", "Brömse", "broemse" },
        { "Иван", "Petrov", null },
        { "Ilka", "Παπαδόπουλος", null },
        { "王", "小明", null },
        { "Ilka", "𠮷田", null },
        { "Ilka", "٣", null },
        { null, "  ", null },
        { "'", ".", null },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_spelled_the_same_in_every_culture(string? first, string? last, string? expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            Assert.All(s_cultures, culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, Make(Person(first, last)));
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("{given}.{family}", "ilka-marie.broemse")]
    [InlineData("{g}{family}", "ibroemse")]
    [InlineData("{family}{g}", "broemsei")]
    [InlineData("{g}.{f}", "i.b")]
    [InlineData("{email-local}", "ilka.b+x")]
    [InlineData("{email}", "ilka.b+x@example.org")]
    [InlineData("{given}.{family}@corp.example", "ilka-marie.broemse@corp.example")]
    [InlineData("X-{family}", "x-broemse")]
    public void Patterns_have_parts_and_text(string pattern, string expected) =>
        Assert.Equal(expected, Make(Person("Ilka Marie", "Brömse") with { Email = " Ilka.B+x@Example.org" }, pattern));

    [Theory]
    [InlineData("{name}")]
    [InlineData("{Given}.{family}")]
    [InlineData("fixed")]
    [InlineData("")]
    public void A_pattern_that_produces_no_names_is_refused(string pattern) => Assert.Equal(
        LifecycleErrors.InvalidOption, Assert.Throws<LifecycleException>(() =>
            Make(Person("a", "b"), pattern)).ErrorId);

    [Theory]
    [InlineData(Transliteration.German, "aase.ae-oe-ue-oe-a", "Åase", "a")]
    [InlineData(Transliteration.Scandinavian, "aaase.ae-oe-ue-oe-aa", "Åase", "b")]
    [InlineData(Transliteration.Plain, "aase.a-o-u-o-a", "Åase", "c")]
    public void There_are_three_spellings(Transliteration spelling, string expected, string first, string name)
    {
        var pattern = new UserNamePattern("{given}.{family}", 64, new UserNameOptions { Transliteration = spelling });

        Assert.Equal(expected, pattern.Create(Person(first, "ä ö ü ø å"), 1, out _));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Custom_letters_take_precedence()
    {
        var options = new UserNameOptions { Letters = new Dictionary<string,
            string> { ["И"] = "i", ["в"] = "v", ["а"] = "a", ["н"] = "n", ["ö"] = "o", ["é"] = "ee" } };

        Assert.Equal("ivan.oee", new UserNamePattern("{given}.{family}", 64, options).Create(Person("Иван", "Öé"), 1,
            out _));
    }

    [Fact]
    public void Only_the_first_given_name_is_used_on_request()
    {
        var pattern = new UserNamePattern("{given}.{family}", 64, new UserNameOptions { FirstGivenOnly = true });

        Assert.Equal("anna.heide", pattern.Create(Person("Anna Maria", "Heide"), 1, out _));
        Assert.Equal("hans.heide", pattern.Create(Person("Hans-Peter", "Heide"), 1, out _));
    }

    [Theory]
    [InlineData("{given}.{family}", 20, 1, "maximilian.von-der-h")]
    [InlineData("{given}.{family}", 20, 12, "maximilian.von-der12")]
    [InlineData("{given}.{family}", 19, 1, "maximilian.von-der")]
    [InlineData("{given}.{family}", 14, 2, "maximilian.vo2")]
    [InlineData("{given}", 6, 12, "maxi12")]
    [InlineData("{family}.{given}", 16, 2, "von.maximilian2")]
    [InlineData("{given}.{family}", 8, 1, "maximili")]
    public void A_long_name_is_cut_in_the_family_name_and_never_in_the_number(string pattern, int length, int number,
        string expected) => Assert.Equal(
        expected, new UserNamePattern(pattern, length,
            new UserNameOptions()).Create(Person("Maximilian", "von der Heide"), number, out _));

    [Theory]
    [InlineData("{email}", "ilka2@example.org")]
    [InlineData("{given}@x.example", "ilka2@x.example")]
    public void The_number_is_before_the_domain(string pattern, string expected) => Assert.Equal(
        expected, new UserNamePattern(pattern, 64,
            new UserNameOptions()).Create(Person("Ilka", "B") with { Email = "ilka@example.org" }, 2, out _));

    [Fact]
    public void Identical_names_are_numbered_by_first_day_then_id_and_the_numbers_are_stable()
    {
        Company company = new Company()
            .Add(Company.Person("9", "Jan", "Maier", "ONBOARDING", Company.Today.AddDays(3), email: "j1@example.org"))
            .Add(Company.Person("8", "Jan", "Maier", "ONBOARDING", Company.Today.AddDays(3), email: "j2@example.org"))
            .Add(Company.Person("7", "Jan", "Maier", "ONBOARDING", Company.Today.AddDays(5), email: "j3@example.org"))
            .Add(Company.Person("6", "Jan", "Maier", "ONBOARDING", Company.Today.AddDays(1), email: "j4@example.org"));
        string first = NamesOf(company);
        company.Persons.Reverse();

        Assert.Equal("6 jan.maier, 8 jan.maier2, 9 jan.maier3, 7 jan.maier4", first);
        Assert.Equal(first, NamesOf(company));
    }

    [Theory]
    [InlineData("JAN.MAIER")]
    [InlineData("jan.maier")]
    public void A_name_is_taken_by_any_account_regardless_of_case(string taken)
    {
        Company company = new Company().Add(Company.Person("9", "Jan", "Maier"));
        company.Accounts.Add(new AccountRow { AccountId = "svc", UserName = taken, Enabled = false });
        PlanRow row = Assert.Single(company.RowsOf("9"));

        Assert.Equal(("jan.maier2", "jan.maier3; jan.maier4"), (row.UserName, row.NextUserName));
    }

    [Theory]
    [InlineData("Ad", "Min", "{given}{family}", "admin2")]
    [InlineData("Root", "", "{given}", "root2")]
    [InlineData("Bo", "Ss", "{given}{family}", "boss2")]
    public void Reserved_names_are_not_used(string first, string last, string pattern, string expected)
    {
        Company company = new Company().Set(o =>
            o with { UserNames = new UserNameOptions { Pattern = pattern, Reserved = ["BOSS"] } })
            .Add(Company.Person("9", first, last, email: "x@example.org"));

        Assert.Equal(expected, Assert.Single(company.RowsOf("9")).UserName);
    }

    [Theory]
    [InlineData("other", "jan.maier2")]
    [InlineData("9", "jan.maier")]
    public void The_name_of_a_leaver_in_the_log_is_never_given_to_another_person(string formerOwner, string expected)
    {
        Company company = new Company()
            .Logged(Company.Done(PlanAction.Disable, "acc-gone", formerOwner) with { UserName = "Jan.Maier" })
            .Add(Company.Person("9", "Jan", "Maier"));

        Assert.Equal(expected, Assert.Single(company.RowsOf("9")).UserName);
    }

    [Fact]
    public void A_name_whose_numbers_are_all_taken_becomes_a_finding()
    {
        Company company = new Company().Add(Company.Person("9", "Jan", "Maier"));
        company.Accounts.AddRange(Enumerable.Range(1, 99).Select(i =>
            new AccountRow { AccountId = $"svc{i}", UserName = i == 1 ? "jan.maier" : $"jan.maier{i}",
                Enabled = true }));

        Assert.Equal("Finding UserNameNeeded", company.Says("9"));
    }

    [Fact]
    public void A_script_without_a_table_needs_a_name_from_the_mapping()
    {
        Company company = new Company().Add(Company.Person("9", "王", "小明", email: "wang@example.org"));

        Assert.Equal("Finding UserNameNeeded", company.Says("9"));
        Assert.Contains("'王'", Assert.Single(company.RowsOf("9")).Reason, StringComparison.Ordinal);

        company.Set(o => o with { Map = o.Map.With(new AttributeRule("username",
            AttributeSource.Computed(_ => "wang.xiaoming")) { When = WriteWhen.Create }) });
        Assert.Equal("wang.xiaoming", Assert.Single(company.RowsOf("9")).UserName);
    }

    private static string NamesOf(Company company) => string.Join(", ", company.Plan().Rows
        .Where(row => row.Action == PlanAction.Create).Select(row => $"{row.PersonId} {row.UserName}"));

    private static PersonRow Person(string? first, string? last) =>
        new() { PersonId = "1", FirstName = first, LastName = last };

    private static string? Make(PersonRow person, string pattern = "{given}.{family}") =>
        new UserNamePattern(pattern, 64, new UserNameOptions()).Create(person, 1, out _);
}
