using System.Management.Automation;
using Personio.Client;
using Personio.Models;

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
public sealed class GetPersonioAbsenceBalanceCommand : ConnectedCommand
{
    private NamedOutput<AbsenceBalance>? _named;

    /// <summary>The ids of the persons.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? PersonId { get; set; }

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>An object with a property PersonId, or the id of a person as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Asked(PersonId, InputObject, nameof(PersonId)) is not { } persons)
        {
            Attempt(null, () => throw PersonioException.Invalid(
                "Whose balance? Give -PersonId, or pipe persons: Get-PersonioPerson | Get-PersonioAbsenceBalance."));
            return;
        }

        foreach ((string id, object target) in persons)
        {
            Ahead(
                target,
                token => Client.ListAllAsync<AbsenceBalance>(Endpoints.ListAbsenceBalances.For(id), token),
                balances => Write(id, balances),
                noun: "Person");
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _named?.Flush();
    }

    private void Write(string personId, IReadOnlyList<AbsenceBalance> balances)
    {
        _named ??= new NamedOutput<AbsenceBalance>(
            this,
            row => row.PersonId,
            (row, name) => row with { PersonName = name.DisplayName, PersonEmail = name.Email });
        foreach (AbsenceBalance balance in balances.Select(balance => balance with { PersonId = personId }))
        {
            if (IncludePerson)
            {
                _named.Add(balance);
            }
            else
            {
                WriteObject(balance);
            }
        }
    }
}
