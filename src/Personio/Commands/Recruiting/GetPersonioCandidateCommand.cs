using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets candidates, most recently changed first.</summary>
/// <example>
/// <code>
/// Get-PersonioApplication -UpdatedAfter 2026-05-01 | Get-PersonioCandidate | Select-Object DisplayName, Email
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioCandidate", DefaultParameterSetName = Filter,
    HelpUri = HelpPages.Root + "Get-PersonioCandidate.md")]
[OutputType(typeof(Candidate))]
public sealed class GetPersonioCandidateCommand : RecruitingListCmdletBase<Candidate>
{
    /// <summary>The ids of the candidates, with one request for each.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string[]? CandidateId { get; set; }

    /// <summary>
    /// Returns only candidates with these email addresses. Filtered by Personio, with one request for each address.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    private protected override string[]? Ids => CandidateId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetCandidate;

    private protected override IEnumerable<ApiRequest> Requests() => Email is null
        ? [Endpoints.ListCandidates.For()]
        : Email.Select(email => Endpoints.ListCandidates.For().WithAny("email", [email]));

    private protected override DateTimeOffset? UpdatedOf(Candidate item) => item.UpdatedAt;
}
