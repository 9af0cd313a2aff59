namespace Personio.Completers;

/// <summary>Completes the ids of reports by their names.</summary>
public sealed class ReportIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.Reports;
}
