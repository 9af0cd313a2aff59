using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets periods of work and breaks.</summary>
/// <example>
/// <code>Get-PersonioAttendancePeriod -From 2026-03-01 -To 2026-03-31 -Status Confirmed | Export-Csv march.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioAttendancePeriod", DefaultParameterSetName = Filter)]
[OutputType(typeof(AttendancePeriod))]
public sealed class GetPersonioAttendancePeriodCommand : ConnectedCommand
{
    private const string Filter = "Filter";
    private const string ById = "ById";

    private IdBatch<AttendancePeriod>? _batch;
    private PersonBatch<AttendancePeriod>? _persons;
    private NamedOutput<AttendancePeriod>? _named;

    /// <summary>The ids of the periods. Up to 50 are fetched with one request.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AttendancePeriodId { get; set; }

    /// <summary>The first day the hours count for (AttributionDate), inclusive. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter, Position = 0)]
    [DayTransformation]
    public DateTime? From { get; set; }

    /// <summary>The last day the hours count for (AttributionDate), inclusive. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter, Position = 1)]
    [DayTransformation]
    public DateTime? To { get; set; }

    /// <summary>Only periods of these persons. Filtered by Personio, up to 50 persons with one request.</summary>
    [Parameter(ParameterSetName = Filter, ValueFromPipelineByPropertyName = true)]
    public string[]? PersonId { get; set; }

    /// <summary>Only periods on these projects. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateNotNullOrEmpty]
    public string[]? ProjectId { get; set; }

    /// <summary>
    /// Only periods in these states of approval: Confirmed, Pending, Rejected. One state is filtered by Personio, several
    /// are filtered here.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [ArgumentCompleter(typeof(AttendanceStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>
    /// Only periods changed at or after this moment on the company's wall clock; a moment in UTC is taken to this computer's
    /// zone. Filtered by Personio. Deleted periods do not show.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Only periods changed at or before this moment on the company's wall clock. Filtered by Personio.</summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>At most this many periods.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object with a property AttendancePeriodId or PersonId, or the id of a period as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckSpan(From, To);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A period that is piped has the id of a person as well, but it is the period that is meant.
        string[]? ids = AttendancePeriodId ?? Piped.Text(InputObject, nameof(AttendancePeriodId));
        if (ids is not null || Piped.Id(InputObject) is not null)
        {
            _batch ??= new IdBatch<AttendancePeriod>(this, Endpoints.ListAttendancePeriods, Noun, Out);
            _batch.Add(Asked(ids, InputObject, nameof(AttendancePeriodId))!);
        }
        else if (Asked(PersonId, InputObject, nameof(PersonId)) is { } persons)
        {
            _persons ??= new PersonBatch<AttendancePeriod>(this, Request, period => period.PersonId, Write);
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
        foreach (AttendancePeriod period in Pull(
            Client.ListAsync<AttendancePeriod>(Request(), Status is { Length: > 1 } ? null : First)))
        {
            if (!Write(period))
            {
                return;
            }
        }
    }

    private ApiRequest Request() => Endpoints.ListAttendancePeriods.For()
        .With("attribution_date.gte", WireTime.Day(From))
        .With("attribution_date.lte", WireTime.Day(To))
        .WithAny("project.id", ProjectId)
        .With("status", Status is [string only] ? only.ToUpperInvariant() : null)
        .With("updated_at.gte", WireTime.WallClock(UpdatedAfter))
        .With("updated_at.lte", WireTime.WallClock(UpdatedBefore));

    private bool Write(AttendancePeriod period) =>
        (Status is { Length: > 1 } && !Status.Contains(period.Status, StringComparer.OrdinalIgnoreCase))
        || WriteCounted(period, First, Out);

    private void Out(AttendancePeriod period)
    {
        if (IncludePerson)
        {
            _named ??= new NamedOutput<AttendancePeriod>(
                this,
                row => row.PersonId,
                (row, name) => row with { PersonName = name.DisplayName, PersonEmail = name.Email });
            _named.Add(period);
        }
        else
        {
            WriteObject(period);
        }
    }
}
