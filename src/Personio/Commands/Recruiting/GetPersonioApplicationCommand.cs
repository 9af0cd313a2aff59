using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets applications, most recently changed first.</summary>
/// <example>
/// <code>
/// Get-PersonioApplication -UpdatedAfter (Get-Date).AddDays(-7) | Group-Object RecruitingJob, Stage -NoElement
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioApplication", DefaultParameterSetName = Filter,
    HelpUri = HelpPages.Root + "Get-PersonioApplication.md")]
[OutputType(typeof(Application))]
public sealed class GetPersonioApplicationCommand : RecruitingListCmdletBase<Application>
{
    /// <summary>
    /// The ids of the applications, with one request for each. Binds the applications of piped candidates.
    /// </summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ApplicationIds", "Id")]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? ApplicationId { get; set; }

    /// <summary>
    /// Returns only applications of candidates with these email addresses. Filtered by Personio, with one request for
    /// each address.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateNotNullOrEmpty]
    public string[]? CandidateEmail { get; set; }

    private protected override string[]? Ids => ApplicationId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetApplication;

    private protected override IEnumerable<ApiRequest> Requests() => CandidateEmail is null
        ? [Endpoints.ListApplications.For()]
        : CandidateEmail.Select(email => Endpoints.ListApplications.For().WithAny("candidate.email", [email]));

    private protected override DateTimeOffset? UpdatedOf(Application item) => item.UpdatedAt;
}
