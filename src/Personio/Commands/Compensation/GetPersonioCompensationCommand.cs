using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets what persons are paid: every component that is active on some days.</summary>
/// <remarks>
/// Personio answers for a month at most, so a longer span is asked for in windows. A component that stays as it is over
/// all of them is written once; one whose amount, interval, hours or first day changes is written once for each state,
/// oldest first.
/// </remarks>
/// <example>
/// <code>Get-PersonioCompensation -From 2025-01-01 -To 2025-12-31 | Export-Csv pay.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioCompensation")]
[OutputType(typeof(Compensation))]
public sealed class GetPersonioCompensationCommand : ConnectedCommand
{
    private readonly HashSet<object> _written = [];

    private PersonBatch<Compensation>? _persons;
    private NamedOutput<Compensation>? _named;
    private bool _isEnough;

    /// <summary>The first day, inclusive. Without it the month of -To; without both the current month.</summary>
    [Parameter(Position = 0)]
    [DayTransformation]
    public DateTime? From { get; set; }

    /// <summary>The last day, inclusive. Without it today, or -From where that is later.</summary>
    [Parameter(Position = 1)]
    [DayTransformation]
    public DateTime? To { get; set; }

    /// <summary>
    /// Only what these persons are paid. Filtered by Personio, up to 50 persons with one request for each month.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? PersonId { get; set; }

    /// <summary>Only what these legal entities pay. Filtered by Personio.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? LegalEntityId { get; set; }

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>At most this many components.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object with a property PersonId, or the id of a person as text.</summary>
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
        if (Asked(PersonId, InputObject, nameof(PersonId)) is { } persons)
        {
            _persons ??= new PersonBatch<Compensation>(this, Requests, pay => pay.PersonId, Write);
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
        _persons?.Flush();
        base.EndProcessing();
        _named?.Flush();
    }

    private void List()
    {
        ApiRequest[] requests = [.. Requests()];
        if (requests is [ApiRequest only])
        {
            _ = Pull(Client.ListAsync<Compensation>(only, First)).All(Write);
            return;
        }

        foreach (ApiRequest request in requests)
        {
            if (_isEnough)
            {
                return;
            }

            Ahead(null, token => Client.ListAllAsync<Compensation>(request, token), rows => _ = rows.All(Write));
        }
    }

    private IEnumerable<ApiRequest> Requests()
    {
        DateTime today = DateTime.Today;
        DateTime? to = To ?? (From is { } from && from > today ? from : From is null ? null : today);
        return Months.Of(From, to).Select(window => Endpoints.ListCompensations.For()
            .With("start_date", WireTime.Day(window.First))
            .With("end_date", WireTime.Day(window.Last))
            .WithAny("legal_entity.id", LegalEntityId));
    }

    // The same id with another amount is another state: a raise must not be taken for a repetition.
    private static object StateOf(Compensation pay) => (
        pay.CompensationId, pay.Amount, pay.Currency, pay.Interval, pay.EffectiveFrom, pay.WeeklyWorkingHours,
        pay.FullTimeWeeklyWorkingHours);

    private bool Write(Compensation pay)
    {
        bool isNew = pay.CompensationId is null || _written.Add(StateOf(pay));
        _isEnough = isNew && !WriteCounted(pay, First, Out);
        return !_isEnough;
    }

    private void Out(Compensation pay)
    {
        if (IncludePerson)
        {
            _named ??= new NamedOutput<Compensation>(
                this,
                row => row.PersonId,
                (row, name) => row with { PersonName = name.DisplayName, PersonEmail = name.Email });
            _named.Add(pay);
        }
        else
        {
            WriteObject(pay);
        }
    }
}
