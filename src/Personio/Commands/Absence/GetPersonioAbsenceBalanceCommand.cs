using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets what persons have left of each type of absence, as of today.</summary>
/// <remarks>
/// One request of API v1 for each person; many run at the same time, within the rate limit. Zeros and negatives are
/// shown. V1AbsenceTypeId is a number of v1, other than the UUID that v2 has for the same type: compare types by name.
/// </remarks>
/// <example>
/// <code>
/// Get-PersonioPerson -Status Active | Get-PersonioAbsenceBalance -IncludePerson | Where-Object Balance -lt 0
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioAbsenceBalance")]
[OutputType(typeof(AbsenceBalance))]
public sealed class GetPersonioAbsenceBalanceCommand : PersonRowsOfEachCommand<AbsenceBalance>
{
    /// <summary>The persons: ids or e-mail addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    private protected override string Owner => "Person";

    private protected override string[]? OwnerIds => PersonId;

    private protected override string Question =>
        "Specify -PersonId, or pipe persons: Get-PersonioPerson | Get-PersonioAbsenceBalance.";

    private protected override string? PersonOf(AbsenceBalance row) => row.PersonId;

    private protected override AbsenceBalance WithName(AbsenceBalance row, PersonName name) =>
        row with { PersonName = name.DisplayName, PersonEmail = name.Email };

    private protected override ApiRequest Request(string ownerId) => Endpoints.ListAbsenceBalances.For(ownerId);

    private protected override IEnumerable<AbsenceBalance> Completed(
        IReadOnlyList<AbsenceBalance> rows, string ownerId, PSObject? input) =>
        rows.Select(balance => balance with { PersonId = ownerId });
}
