using Personio.Client;

namespace Personio.Conventions.Tests;

/// <summary>Rules for every row of the company's lists.</summary>
public sealed class ListLaws
{
    [Fact]
    public void Every_list_has_a_unique_key() => Assert.Equal(
        CompanyLists.All.Count,
        CompanyLists.All.Select(list => list.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_list_has_a_cmdlet_that_gets_its_entries() =>
        Assert.All(CompanyLists.All, list => Assert.Contains($"Get-Personio{list.Noun}", Module.Exports));

    [Fact]
    public void Every_catalog_cmdlet_gets_the_list_with_its_noun_by_an_id_of_its_noun()
    {
        CmdletClass[] cmdlets =
        [
            .. Module.Cmdlets.Where(cmdlet => cmdlet.Type.BaseType?.Name == "CatalogCmdletBase`1"),
        ];

        Assert.NotEmpty(cmdlets);
        Assert.All(cmdlets, cmdlet =>
        {
            string? entry = cmdlet.Type.BaseType!.GetGenericArguments()[0].FullName;
            ICompanyList list = Assert.Single(
                CompanyLists.All,
                list => list.Key == list.Noun && list.GetType().GetGenericArguments()[0].FullName == entry);

            Assert.Equal(cmdlet.Noun, $"Personio{list.Noun}");
            Assert.Contains(cmdlet.Parameters, parameter => parameter.Name == $"{list.Noun}Id");
        });
    }
}
