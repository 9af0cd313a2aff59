using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class CompanyListTests
{
    [Theory]
    [InlineData("LegalEntity", "legal entity", "legal entities")]
    [InlineData("CostCenter", "cost center", "cost centers")]
    [InlineData("Team", "team", "teams")]
    [InlineData("RecruitingCategory", "recruiting category", "recruiting categories")]
    public void The_words_for_a_list_are_derived_from_its_key(string key, string words, string several)
    {
        ICompanyList list = CompanyLists.All.Single(list => list.Key == key);

        Assert.Equal(words, list.Words);
        Assert.Equal(several, list.PluralWords);
    }

    [Fact]
    public void The_list_of_a_type_has_all_its_entries()
    {
        Assert.Same(CompanyLists.Jobs, CompanyLists.For<Job>());
        Assert.Same(CompanyLists.OrgUnits, CompanyLists.For<OrgUnit>());
        Assert.Same(CompanyLists.Attributes, CompanyLists.For<PersonAttribute>());
        Assert.Same(CompanyLists.AbsenceTypes, CompanyLists.For<AbsenceType>());
    }

    [Fact]
    public void Departments_and_teams_are_requested_separately()
    {
        Assert.Equal(
            ["/v2/org-units?type=department", "/v2/org-units?type=team"],
            CompanyLists.OrgUnits.Requests.Select(request => request.PathAndQuery));
        Assert.Equal(
            ["/v2/org-units/7?type=department", "/v2/org-units/7?type=team"],
            CompanyLists.OrgUnits.RequestsFor("7").Select(request => request.PathAndQuery));
        Assert.Equal(
            "/v2/org-units/7?type=team", Assert.Single(CompanyLists.Teams.RequestsFor("7")).PathAndQuery);
    }

    [Fact]
    public void A_list_without_an_endpoint_for_single_entries_has_no_request_for_one() =>
        Assert.Empty(CompanyLists.CostCenters.RequestsFor("7"));

    [Fact]
    public async Task A_list_that_is_cached_as_names_only_is_not_returned_as_whole_entries()
    {
        using TestSession scene = await TestSession.OpenAsync();

        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => scene.Client.ListCachedAsync(CompanyLists.Projects));

        Assert.Contains("names of projects alone", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_attributes_are_the_attributes_that_the_company_created()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v1/company/employees/attributes", Answer.Json("""
            {"success":true,"data":[
            {"key":"first_name","label":"First name"},{"key":"dynamic_7","label":"Shirt size"},{"key":"DYNAMIC_8"}]}
            """));

        IReadOnlyList<NamedEntry> all = await scene.Client.GetNamesAsync(CompanyLists.Attributes);
        IReadOnlyList<NamedEntry> custom = await scene.Client.GetNamesAsync(CompanyLists.CustomAttributes);

        Assert.Equal(3, all.Count);
        Assert.Equal(
            [new NamedEntry("DYNAMIC_8", "DYNAMIC_8") { IsNamed = false }, new NamedEntry("dynamic_7", "Shirt size")],
            custom);
    }

    [Fact]
    public async Task Names_by_id_omit_entries_without_a_name_so_that_no_id_passes_for_one()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/workplaces", Answer.Page(
        [
            """{"id":"1","name":" Hamburg "}""", """{"id":"2","name":" "}""", """{"id":"3"}""",
            """{"id":"1","name":"Again"}""",
        ]));

        IReadOnlyDictionary<string, string> names = await scene.Client.GetNamesByIdAsync(CompanyLists.Workplaces);

        Assert.Equal("1", Assert.Single(names).Key);
    }

    [Fact]
    public async Task Categories_of_absence_types_are_their_own_ids_and_are_listed_once()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/absence-types", Answer.Page(
        [
            """{"id":"1","name":"Vacation","category":"PAID"}""",
            """{"id":"2","name":"Special leave","category":"PAID"}""",
            """{"id":"3","name":"Other"}""",
        ]));

        Assert.Equal(
            [new NamedEntry("PAID", "PAID")], await scene.Client.GetNamesAsync(CompanyLists.AbsenceCategories));
    }
}
