using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the company's legal entities.</summary>
/// <example>
/// <code>Get-PersonioLegalEntity -Country DE, AT</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioLegalEntity", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioLegalEntity.md")]
[OutputType(typeof(LegalEntity))]
public sealed class GetPersonioLegalEntityCommand : CatalogCmdletBase<LegalEntity>
{
    /// <summary>The ids of the legal entities.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<LegalEntity>))]
    public string[]? LegalEntityId { get; set; }

    /// <summary>
    /// Returns only legal entities in these countries: ISO 3166 alpha-2 codes such as DE. Filtered by Personio.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidatePattern("^[A-Za-z]{2}$")]
    public string[]? Country { get; set; }

    private protected override string[]? Ids => LegalEntityId;

    private protected override IEnumerable<ApiRequest> ListRequests() => base.ListRequests().Select(
        request => request.WithAny("country", Country?.Select(code => code.ToUpperInvariant()).ToArray()));
}
