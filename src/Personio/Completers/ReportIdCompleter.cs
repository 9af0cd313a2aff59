using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of reports by their names.</summary>
public sealed class ReportIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Reports;
}
