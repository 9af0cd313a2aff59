using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets the remaining balance of each absence type for each person, as of today.</summary>
/// <remarks>
/// Sends one request of API v1 for each person; many run concurrently, within the rate limit. Zero and negative
/// balances are included. V1AbsenceTypeId is a v1 number and differs from the UUID of the same type in v2: compare
/// types by name.
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

    /// <summary>The persons: ids or email addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>
    /// Returns only balances of these absence types: names with wildcards, or ids. Filtered here. A name without
    /// wildcards that matches no type is an error before any balance is requested; a number is an id of API v1.
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
            RunOrTerminate(
                AbsenceType, () => _names = NamesOf(AbsenceType.Where(type => !type.All(char.IsAsciiDigit))));
        }

        Balances.Add(
            FindRequested(PersonId, InputObject, nameof(PersonId)), InputObject,
            "persons: Get-PersonioPerson | Get-PersonioAbsenceBalance");
    }

    // The ids differ between v1 and v2, but the names are the same.
    private HashSet<string> NamesOf(IEnumerable<string> types) => new AbsenceTypes(this).FindAll(types)
        .Select(type => type.Name?.Trim()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    private bool IsWanted(AbsenceBalance balance) => AbsenceType is null
        || _names!.Contains(balance.AbsenceType?.Trim() ?? "")
        || AbsenceType.Contains(balance.GetV1AbsenceTypeId());
}
