using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets persons: all of them, those that match filters, or those with given ids.</summary>
/// <example>
/// <code>Get-PersonioPerson -Status Active | Export-Csv persons.csv</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioPerson", DefaultParameterSetName = Filter,
    HelpUri = HelpPages.Root + "Get-PersonioPerson.md")]
[OutputType(typeof(Person))]
public sealed class GetPersonioPersonCommand : ConnectedCmdletBase
{
    private const string Filter = "Filter";
    private const string ById = "ById";

    private IdBatch<Person>? _batch;
    private PersonWriter? _output;

    /// <summary>The persons to get: ids or email addresses. Up to 50 are fetched with each request.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "PersonEmail")]
    [AllowNull]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>
    /// Returns only persons with these email addresses. Filtered by Personio; an unknown address returns nothing.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    /// <summary>The exact first name, filtered by Personio. With wildcards, filtered here.</summary>
    [Parameter(ParameterSetName = Filter)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? FirstName { get; set; }

    /// <summary>The exact last name, filtered by Personio. With wildcards, filtered here.</summary>
    [Parameter(ParameterSetName = Filter)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? LastName { get; set; }

    /// <summary>The exact preferred name, filtered by Personio. With wildcards, filtered here.</summary>
    [Parameter(ParameterSetName = Filter)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? PreferredName { get; set; }

    /// <summary>Active includes persons who are on leave or have not started yet. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateNotNull]
    public PersonStatus? Status { get; set; }

    /// <summary>
    /// Returns only persons created after this instant; text without a time zone is read in this computer's zone.
    /// Filtered by Personio.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? CreatedAfter { get; set; }

    /// <summary>Returns only persons created before this instant. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? CreatedBefore { get; set; }

    /// <summary>
    /// Returns only persons changed after this instant. Filtered by Personio; changes of an employment may not count.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Returns only persons changed before this instant. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>Returns at most this many persons.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>
    /// Adds the current employment as columns: Position, DepartmentName, TeamName, WorkplaceName, LegalEntityName,
    /// CostCenters, SupervisorId, SupervisorName, EmploymentStartDate, ContractEndDate, LastDay, LastDayReason,
    /// WeeklyHours and EmploymentStatus. Sends one more request for each person; many run concurrently.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeEmployment { get; set; }

    /// <summary>
    /// Adds custom attributes as columns, the same on every row: labels with wildcards, global ids or ids.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CustomAttributeCompleter))]
    public string[]? ExpandCustomAttribute { get; set; }

    /// <summary>Refreshes the names added to persons, which the session caches for ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>An object with a property PersonId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override bool IsForced => Force;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _output = PersonWriter.Create(this, IncludeEmployment, ExpandCustomAttribute);
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(PersonId, InputObject, nameof(PersonId)) is { } requested)
        {
            _batch ??= new IdBatch<Person>(this, Endpoints.ListPersons, Noun, _output!.Add);
            _batch.Add(requested);
        }
        else
        {
            TryRun(null, () =>
            {
                foreach (Person person in Wanted())
                {
                    _output!.Add(person);
                }
            });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _batch?.Flush();
        FlushQueue();
        _output!.Flush();
        base.EndProcessing();
    }

    private IEnumerable<Person> Wanted()
    {
        var names = new NameFilter(
            (FirstName, person => person.FirstName),
            (LastName, person => person.LastName),
            (PreferredName, person => person.PreferredName));
        return Enumerate(Client.ListAsync<Person>(Request(), names.IsEmpty ? First : null))
            .Where(names.IsWanted)
            .Take(First ?? int.MaxValue);
    }

    private ApiRequest Request() => Endpoints.ListPersons.For()
        .WithAny("email", Email)
        .With("first_name", NameFilter.ServiceValue(FirstName))
        .With("last_name", NameFilter.ServiceValue(LastName))
        .With("preferred_name", NameFilter.ServiceValue(PreferredName))
        .With("status", Status?.ToString().ToUpperInvariant())
        .With("created_at.gt", FilterBounds.UtcFloor(CreatedAfter))
        .With("created_at.lt", FilterBounds.UtcCeiling(CreatedBefore))
        .With("updated_at.gt", FilterBounds.UtcFloor(UpdatedAfter))
        .With("updated_at.lt", FilterBounds.UtcCeiling(UpdatedBefore));
}
