using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of webhooks by their descriptions or addresses.</summary>
public sealed class WebhookIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Webhooks;
}
