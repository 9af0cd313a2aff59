using Personio.Client;

namespace Personio.Conventions.Tests;

/// <summary>What every row of the map of the API keeps to.</summary>
public sealed class EndpointLaws
{
    [Fact]
    public void Every_row_has_a_name_and_a_place_of_its_own()
    {
        Assert.NotEmpty(Endpoints.All);
        Assert.Equal(Endpoints.All.Count, Endpoints.All.Select(row => row.Name).Distinct().Count());
        Assert.Equal(Endpoints.All.Count, Endpoints.All.Select(row => $"{row.Method} {row.Path}").Distinct().Count());
    }

    [Fact]
    public void Every_row_belongs_to_version_1_or_2() =>
        Assert.All(Endpoints.All, row => Assert.Matches("^/v[12]/", row.Path));

    [Fact]
    public void Every_listing_of_version_2_knows_its_page_size() => Assert.All(
        Endpoints.All.Where(row => row.Name.StartsWith("List", StringComparison.Ordinal) && row.Version == 2),
        row => Assert.InRange(row.PageSize, 28, 200));

    [Fact]
    public void Every_scope_reads_where_the_row_reads_and_writes_where_it_writes() => Assert.All(
        Endpoints.All.Where(row => row.Scope is not null),
        row => Assert.EndsWith(row.IsRead ? ":read" : ":write", row.Scope, StringComparison.Ordinal));

    [Fact]
    public void Beta_rows_are_those_of_recruiting_and_the_lists_of_the_organization() => Assert.All(
        Endpoints.All,
        row => Assert.Equal(
            row.Path.StartsWith("/v2/recruiting/", StringComparison.Ordinal)
            || row.Path is "/v2/org-units" or "/v2/cost-centers" or "/v2/workplaces",
            row.Beta));
}
