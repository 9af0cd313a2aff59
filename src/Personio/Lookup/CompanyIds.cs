using Personio.Client;

namespace Personio;

/// <summary>
/// Turns names into ids for the parameters that take the id of something the company has a list of. What looks like an
/// id is taken as one and costs no request; a name is looked up in the list, as the session keeps it.
/// </summary>
internal sealed class CompanyIds(ConnectedCmdletBase command)
{
    private const string Parent = "Parent";

    private readonly Dictionary<ICompanyList, CachedList<NamedEntry>> _rows = [];

    /// <summary>Whether a text has the form of Personio's ids: a number or a UUID.</summary>
    public static bool IsId(string text) =>
        text.Length > 0 && (text.All(char.IsAsciiDigit) || Guid.TryParse(text, out _));

    /// <summary>The id that is meant by the value of a parameter.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="idOrName">The value; one that is empty stays empty.</param>
    /// <exception cref="PersonioException">
    /// Nothing has the name (<c>NotFound</c>), several have it (<c>InvalidRequest</c>), or the list cannot be read.
    /// </exception>
    public string? Resolve(string parameter, string? idOrName)
    {
        string? text = idOrName?.Trim();
        if (string.IsNullOrEmpty(text) || IsId(text) || ListOf(parameter) is not { } list)
        {
            return text;
        }

        try
        {
            return RowsOf(list).Find(text).Id;
        }
        catch (PersonioException fault) when (fault.Noun is null
            && fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
        {
            throw fault.As(
                fault.Kind,
                $"'{text}' is not the id of a {list.Words}, and its name cannot be looked up. Specify the id. {fault.Message}");
        }
    }

    // CostCenterId and CostCenter are about a cost center, ParentProjectId is about a project.
    private static ICompanyList? ListOf(string parameter)
    {
        string name = parameter.StartsWith(Parent, StringComparison.OrdinalIgnoreCase)
            ? parameter[Parent.Length..]
            : parameter;
        return CompanyLists.All.FirstOrDefault(
            list => name.EqualsIgnoringCase(list.Key) || name.EqualsIgnoringCase($"{list.Key}Id"));
    }

    private CachedList<NamedEntry> RowsOf(ICompanyList list) =>
        _rows.TryGetValue(list, out CachedList<NamedEntry>? rows)
            ? rows
            : _rows[list] = CachedLists.FromNames(command, list);
}
