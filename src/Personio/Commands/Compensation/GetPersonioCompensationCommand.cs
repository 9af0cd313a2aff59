using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Gets what persons are paid: every component that is active in a range of days.</summary>
/// <remarks>
/// Personio returns at most one month, so longer ranges are requested in windows. A component that stays the same
/// throughout is written once; a component whose amount, interval, hours or first day changes is written once for each
/// state, oldest first.
/// </remarks>
/// <example>
/// <code>Get-PersonioCompensation -From 2025-01-01 -To 2025-12-31 | Export-Csv pay.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioCompensation", HelpUri = HelpPages.Root + "Get-PersonioCompensation.md")]
[OutputType(typeof(Compensation))]
public sealed class GetPersonioCompensationCommand : PersonRowsCmdletBase<Compensation>
{
    private readonly CompensationDeduplicator _seen = new();

    /// <summary>The first day, inclusive. Defaults to the first of the month of -To, or of the current month.</summary>
    [Parameter(Position = 0)]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? From { get; set; }

    /// <summary>The last day, inclusive. Defaults to today, or to -From if that is later.</summary>
    [Parameter(Position = 1)]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? To { get; set; }

    /// <summary>
    /// Returns only what these persons are paid: ids or email addresses. Filtered by Personio, with one request for
    /// each 50 persons and month.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>Returns only what these legal entities pay. Filtered by Personio.</summary>
    [Parameter]
    [Alias("LegalEntity")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdCompleter<LegalEntity>))]
    public string[]? LegalEntityId { get; set; }

    /// <summary>Returns at most this many components.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object with a property PersonId, or the id of a person as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private PersonListing<Compensation> Components => field ??= new(this, Requests, Write);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        DayRange.Check(this, From, To);
    }

    private protected override void ResolveFilters() =>
        LegalEntityId = IdsFor(nameof(LegalEntityId), LegalEntityId);

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        // A piped legal entity is a filter.
        if (PipelineInput.Is<LegalEntity>(InputObject))
        {
            LegalEntityId = PipelineInput.TextOf(InputObject, nameof(LegalEntityId));
            List(PersonId is null ? null : FindRequested(PersonId, null, nameof(PersonId)));
            // Run now, before the next input replaces the filter.
            Components.Flush();
        }
        else
        {
            List(FindRequested(PersonId, InputObject, nameof(PersonId)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        Components.Flush();
        base.EndProcessing();
    }

    private IEnumerable<ApiRequest> Requests() => Months.SplitUntilToday(DateTime.Today, From, To)
        .Select(window => Endpoints.ListCompensations.For()
            .With("start_date", DateText.Day(window.First))
            .With("end_date", DateText.Day(window.Last))
            .WithAny("legal_entity.id", LegalEntityId));

    // Lists the components of all persons if neither persons nor input were given.
    private void List(IReadOnlyList<RequestedId>? persons)
    {
        if (persons is null)
        {
            TryRun(null, ListAll);
        }
        else
        {
            Components.Add(persons);
        }
    }

    // One window at a time: Personio allows a company two concurrent requests for all persons.
    private void ListAll() => _ = Requests().All(window =>
        Enumerate(Client.ListAsync<Compensation>(window, First)).All(Write));

    private bool Write(Compensation row) => !_seen.Add(row) || WriteUpTo(row, First, WriteRow);
}
