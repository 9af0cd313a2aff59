using Personio.Client;

namespace Personio;

/// <summary>
/// Turns names into ids for the parameters that take the id of something the company has a list of. What looks like an
/// id is taken as one and costs no request; a name is looked up in the list, as the session keeps it.
/// </summary>
internal sealed class CompanyIds(ConnectedCmdletBase command)
{
    // By parameter: the list, the noun of the cmdlet that gets it, and what an entry is called.
    private static readonly Dictionary<string, (CompanyList List, string Noun, string Words)> s_lists =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["ProjectId"] = (CompanyList.Projects, "Project", "project"),
            ["ParentProjectId"] = (CompanyList.Projects, "Project", "project"),
            ["CostCenterId"] = (CompanyList.CostCenters, "CostCenter", "cost center"),
            ["CostCenter"] = (CompanyList.CostCenters, "CostCenter", "cost center"),
            ["LegalEntityId"] = (CompanyList.LegalEntities, "LegalEntity", "legal entity"),
            ["WorkplaceId"] = (CompanyList.Workplaces, "Workplace", "workplace"),
            ["DepartmentId"] = (CompanyList.Departments, "OrgUnit", "department"),
            ["TeamId"] = (CompanyList.Teams, "OrgUnit", "team"),
            ["JobId"] = (CompanyList.Jobs, "Job", "job"),
            ["ReportId"] = (CompanyList.Reports, "Report", "report"),
            ["WebhookId"] = (CompanyList.Webhooks, "Webhook", "webhook"),
        };

    private readonly Dictionary<CompanyList, CachedList<NamedEntry>> _rows = [];

    /// <summary>Whether a text has the form of Personio's ids: a number or a UUID.</summary>
    public static bool IsId(string text) =>
        text.Length > 0 && (text.All(char.IsAsciiDigit) || Guid.TryParse(text, out _));

    /// <summary>The id that is meant by the value of a parameter.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="idOrName">The value; one that is empty stays empty.</param>
    /// <exception cref="PersonioException">
    /// Nothing has the name (<c>NotFound</c>), several have it (<c>InvalidRequest</c>), or the list cannot be read.
    /// </exception>
    public string? Of(string parameter, string? idOrName)
    {
        string? text = idOrName?.Trim();
        if (string.IsNullOrEmpty(text) || IsId(text) || !s_lists.TryGetValue(parameter, out var known))
        {
            return text;
        }

        try
        {
            var finder = new NameResolver<NamedEntry>(known.Noun, known.Words, one => one.Id, one => one.Name);
            return RowsOf(known.List).Find(all => finder.Find(all, text)).Id;
        }
        catch (PersonioException fault) when (fault.Noun is null
            && fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
        {
            throw new PersonioException(
                fault.Kind,
                $"'{text}' is not the id of a {known.Words}, and its name cannot be looked up. Specify the id. "
                + fault.Message,
                fault);
        }
    }

    private CachedList<NamedEntry> RowsOf(CompanyList list) => _rows.TryGetValue(list, out CachedList<NamedEntry>? rows)
        ? rows
        : _rows[list] = new CachedList<NamedEntry>(command, (client, token) => client.NamesAsync(list, token));
}
