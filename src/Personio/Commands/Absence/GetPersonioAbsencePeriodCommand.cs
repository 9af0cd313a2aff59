using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets absences: those that overlap some days, those of persons, or those with given ids.</summary>
/// <example>
/// <code>Get-PersonioAbsencePeriod -From (Get-Date) -To (Get-Date) -Status Approved</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioAbsencePeriod", DefaultParameterSetName = Filter)]
[OutputType(typeof(AbsencePeriod))]
public sealed class GetPersonioAbsencePeriodCommand : ConnectedCommand
{
    private const string Filter = "Filter";
    private const string ById = "ById";

    private IdBatch<AbsencePeriod>? _batch;
    private PersonBatch<AbsencePeriod>? _persons;
    private NamedOutput<AbsencePeriod>? _named;
    private string[]? _typeIds;

    /// <summary>The ids of the absences. Up to 50 are fetched with one request.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AbsencePeriodId { get; set; }

    /// <summary>
    /// The first day of interest, inclusive. An absence that began earlier and goes on is found, and so is one with an
    /// open end. A time of day is left away.
    /// </summary>
    [Parameter(ParameterSetName = Filter, Position = 0)]
    [DayTransformation]
    public DateTime? From { get; set; }

    /// <summary>The last day of interest, inclusive. A time of day is left away.</summary>
    [Parameter(ParameterSetName = Filter, Position = 1)]
    [DayTransformation]
    public DateTime? To { get; set; }

    /// <summary>Only absences of these persons. Filtered by Personio, up to 50 persons with one request.</summary>
    [Parameter(ParameterSetName = Filter, ValueFromPipelineByPropertyName = true)]
    public string[]? PersonId { get; set; }

    /// <summary>Only absences of these types: names with wildcards, or ids. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? AbsenceType { get; set; }

    /// <summary>
    /// Only absences in these states of approval: Approved, Pending, Rejected. Filtered here: the service has no filter for
    /// it.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ArgumentCompleter(typeof(AbsenceStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>Only absences changed at or after this instant; without a zone in this computer's. Filtered by Personio.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Only absences changed at or before this instant. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>At most this many absences.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object with a property AbsencePeriodId or PersonId, or the id of an absence as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private AbsenceTypes Types => field ??= new AbsenceTypes(this);

    private bool IsFilteredHere => From is not null || To is not null || Status is not null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckSpan(From, To);
        FindTypes();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // An absence that is piped has the id of a person as well, but it is the absence that is meant.
        string[]? ids = AbsencePeriodId ?? Piped.Text(InputObject, nameof(AbsencePeriodId));
        if (ids is not null || Piped.Id(InputObject) is not null)
        {
            _batch ??= new IdBatch<AbsencePeriod>(this, Endpoints.ListAbsencePeriods, Noun, Out);
            _batch.Add(Asked(ids, InputObject, nameof(AbsencePeriodId))!);
        }
        else if (_typeIds is { Length: 0 })
        {
            // No type has such a name, and so no absence has such a type.
            return;
        }
        else if (Asked(PersonId, InputObject, nameof(PersonId)) is { } persons)
        {
            _persons ??= new PersonBatch<AbsencePeriod>(this, Request, absence => absence.PersonId, Write);
            _persons.Add(persons);
        }
        else
        {
            Attempt(null, List);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _batch?.Flush();
        _persons?.Flush();
        base.EndProcessing();
        _named?.Flush();
    }

    private void List()
    {
        foreach (AbsencePeriod absence in Pull(Client.ListAsync<AbsencePeriod>(Request(), IsFilteredHere ? null : First)))
        {
            if (!Write(absence))
            {
                return;
            }
        }
    }

    // The server's clock may be in another zone than the absences: it is asked for a day more on both sides, and what
    // really overlaps is decided here.
    private ApiRequest Request() => Endpoints.ListAbsencePeriods.For()
        .With("ends_at.date_time.gte", WireTime.UtcMidnight(From?.AddDays(-1)))
        .With("starts_from.date_time.lte", WireTime.UtcMidnight(To?.AddDays(2)))
        .WithAny("absence_type.id", _typeIds)
        .With("updated_at.gte", WireTime.UtcFloor(UpdatedAfter))
        .With("updated_at.lte", WireTime.UtcCeiling(UpdatedBefore));

    // Once, and not with each request: with a wrong type none of them can work.
    private void FindTypes()
    {
        try
        {
            _typeIds = AbsenceType is null
                ? null
                : [.. AbsenceType.SelectMany(TypesOf).Select(type => type.AbsenceTypeId!).Distinct()];
        }
        catch (PersonioException fault)
        {
            ThrowTerminatingError(Errors.Of(fault, Noun, AbsenceType));
        }
    }

    private IEnumerable<AbsenceType> TypesOf(string wanted) => WildcardPattern.ContainsWildcardCharacters(wanted)
        ? Types.All.Where(type => new WildcardPattern(wanted, WildcardOptions.IgnoreCase).IsMatch(type.Name ?? ""))
        : [AbsenceTypeNames.Find(Types.All, wanted)];

    private bool Write(AbsencePeriod absence)
    {
        bool isWanted = absence.Overlaps(From, To)
            && (Status is null || Status.Contains(absence.Status, StringComparer.OrdinalIgnoreCase));
        return !isWanted || WriteCounted(absence, First, Out);
    }

    private void Out(AbsencePeriod absence)
    {
        if (IncludePerson)
        {
            _named ??= new NamedOutput<AbsencePeriod>(
                this,
                row => row.PersonId,
                (row, name) => row with { PersonName = name.DisplayName, PersonEmail = name.Email });
            _named.Add(Types.Named(absence));
        }
        else
        {
            WriteObject(Types.Named(absence));
        }
    }
}
