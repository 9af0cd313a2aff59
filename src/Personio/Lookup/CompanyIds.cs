using Personio.Client;

namespace Personio;

/// <summary>
/// Resolves names to IDs for parameters that take the ID of an entry in a company list. A value that looks like an ID
/// is used unchanged, without a request; a name is looked up in the session's cached list.
/// </summary>
internal sealed class CompanyIds(ConnectedCmdletBase command)
{
    private const string Parent = "Parent";

    private readonly Dictionary<ICompanyList, CachedList<NamedEntry>> _rows = [];

    /// <summary>True if a text has the form of a Personio ID: a number or a UUID.</summary>
    public static bool IsId(string text) =>
        text.Length > 0 && (text.All(char.IsAsciiDigit) || Guid.TryParse(text, out _));

    /// <summary>Resolves the value of a parameter to an ID.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="idOrName">The value; an empty value stays empty.</param>
    /// <exception cref="PersonioException">
    /// No entry has the name (<c>NotFound</c>), several do (<c>InvalidRequest</c>), or the list cannot be read.
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
                $"'{text}' is not the id of a {list.Words}, and its name cannot be looked up. Specify the id. "
                + fault.Message);
        }
    }

    // CostCenterId and CostCenter refer to a cost center, ParentProjectId to a project.
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
