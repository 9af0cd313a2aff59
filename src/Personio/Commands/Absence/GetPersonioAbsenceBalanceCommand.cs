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
[Cmdlet(VerbsCommon.Get, "PersonioAbsenceBalance", HelpUri = HelpPages.Root + "Get-PersonioAbsenceBalance.md")]
[OutputType(typeof(AbsenceBalance))]
public sealed class GetPersonioAbsenceBalanceCommand : PersonRowsCmdletBase<AbsenceBalance>
{
    private HashSet<string>? _names;

    /// <summary>The persons: ids or e-mail addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>
    /// Only balances of these types of absence: names with wildcards, or ids. Filtered here. A name without wildcards
    /// that no type has is an error before anything is asked for; a number is the id of API v1.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<AbsenceType>))]
    public string[]? AbsenceType { get; set; }

    /// <summary>An object that carries the id of a person, or that id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private ChildListing<AbsenceBalance> Balances => field ??= new(this, "Person", WriteRow)
    {
        Request = person => Endpoints.ListAbsenceBalances.For(person),
        Complete = (rows, person, _) => rows.Where(IsWanted).Select(balance => balance with { PersonId = person }),
    };

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (AbsenceType is not null && _names is null)
        {
            OrTerminate(AbsenceType, () => _names = NamesOf(AbsenceType.Where(type => !type.All(char.IsAsciiDigit))));
        }

        Balances.Add(
            Asked(PersonId, InputObject, nameof(PersonId)), InputObject,
            "persons: Get-PersonioPerson | Get-PersonioAbsenceBalance");
    }

    // The ids of v2 are not those of v1, but the names are the same.
    private HashSet<string> NamesOf(IEnumerable<string> types) => new AbsenceTypes(this).FindAll(types)
        .Select(type => type.Name?.Trim()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    private bool IsWanted(AbsenceBalance balance) => AbsenceType is null
        || _names!.Contains(balance.AbsenceType?.Trim() ?? "")
        || AbsenceType.Contains(balance.GetV1AbsenceTypeId());
}
