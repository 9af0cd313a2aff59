using System.Globalization;
using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Page;

/// <summary>The page of a plan: readable, printable, and never more than text.</summary>
public sealed class PlanPageTests
{
    [Fact]
    public void Names_with_markup_are_shown_as_text()
    {
        PersonRow evil = Company.Person("9", "<script>alert(1)</script>", "\"onload='x'&amp;", "ONBOARDING",
            Company.Today, email: "x@example.org");
        string page = Render(new Company().Add(evil), "<b>Plan</b>");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("&quot;onload=&#x27;x&#x27;&amp;amp;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_requests_nothing_from_the_network()
    {
        string page = Render(new Company().AddLinked(Company.Person(lastDay: new DateOnly(2026, 11, 1))));

        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_show_old_and_new_values_and_nothing_else_of_the_person()
    {
        PersonRow person = Company.Person();
        string page = Render(new Company().Add(person, Company.With(Company.AccountOf(person), ("title", "Old"))));

        Assert.Contains("<code>title</code> <del><bdi>Old</bdi></del> \u2192 <ins><bdi>Planner</bdi></ins>", page,
            StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_sorted_by_risk()
    {
        Company company = new Company()
            .Add(Company.Person("3", "Low", "Risk"),
                Company.With(Company.AccountOf(Company.Person("3", "Low", "Risk")), ("title", "Old")))
            .AddLinked(Company.Person("2", "Medium", "Risk", lastDay: new DateOnly(2026, 11, 1)))
            .AddLinked(Company.Person("1", "High", "Risk"), enabled: false);
        string page = Render(company);

        string[] texts = ["Needs approval", ">High Risk<", "<h2>Other changes", ">Medium Risk<", ">Low Risk<"];
        int[] places = [.. texts.Select(text => page.IndexOf(text, StringComparison.Ordinal))];
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Counts_are_shown_next_to_limits()
    {
        var company = new Company(60);
        for (int i = 0; i < 4; i++)
        {
            company.Persons[i] = company.Persons[i] with { LastDay = new DateOnly(2026, 11, 1) };
        }

        string page = Render(company);

        Assert.Contains("Accounts disabled</th><td class=\"n\">4</td><td class=\"n\">3</td><td>Over the limit "
            + "(-MaxDisable)", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_and_changes_that_are_not_due_yet_are_shown()
    {
        Company company = new Company().AddLinked(Company.Person(status: "Retired"))
            .Add(Company.Person("9", "Jo", "Iner", "ONBOARDING", new DateOnly(2027, 1, 1)));
        string page = Render(company);

        Assert.Contains("<td>StatusUnclear</td>", page, StringComparison.Ordinal);
        Assert.Contains("Nothing yet for Jo Iner: first day is 1 January 2027", page, StringComparison.Ordinal);
        Assert.Contains("Nothing to do", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_the_same_in_every_culture()
    {
        Company company = new Company().AddLinked(Company.Person(lastDay: new DateOnly(2026, 11, 1)));
        string[] cultures = ["en-US", "de-DE", "ar-SA", "th-TH"];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            Assert.Single(cultures.Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return Render(company);
            }).Distinct());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_opened_tag_is_closed()
    {
        Company company = new Company().Set(o =>
            o with { IncludeUnchanged = true }).AddLinked(Company.Person(status: "Retired"))
            .AddLinked(Company.Person("2", "Re", "Hire"), enabled: false)
            .Add(Company.Person("3", "Mo", "Ver"), Company.AccountOf(Company.Person("3", "Mo", "Ver",
                position: "Old")));
        string page = Render(company).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Replace("<br>", "",
            StringComparison.Ordinal);
        page = System.Text.RegularExpressions.Regex.Replace(page, "<meta [^>]*>", "");

        Assert.NotNull(System.Xml.Linq.XDocument.Parse(page).Root);
    }

    [Fact]
    public void A_plan_without_rows_is_still_a_page() =>
        Assert.Contains("Nothing to do", Page([]), StringComparison.Ordinal);

    private static string Render(Company company, string title = "Directory changes") =>
        Page(company.Plan().Rows, title);

    private static string Page(IEnumerable<PlanRow> rows, string title = "Directory changes")
    {
        using var writer = new StringWriter();
        PlanPage.Write(writer, rows, new PlanPageOptions
        {
            Title = title, CreatedAt = new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.FromHours(1)),
                Warnings = ["Without -LogPath nobody knows."],
        });
        return writer.ToString();
    }
}
