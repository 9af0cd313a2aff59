using System.Management.Automation;
using Personio.Completers;
using Personio.Parameters;

using Personio.Models;

namespace Personio;

/// <summary>
/// The base of the cmdlets that create periods of persons, one for each input. With -SkipExisting, inputs are batched
/// so that existing periods are read once for many.
/// </summary>
public abstract class NewPeriodCmdletBase<T> : ConnectedCmdletBase, IPeriodOutcome<T>
    where T : ApiObject, IPersonRow<T>
{
    private readonly CreationCount _count = new();
    private PeriodCreation<T>? _creation;
    private int _boundInputs;
    private int _processedInputs;

    /// <summary>The person: id or email address.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string PersonId { get; set; } = "";

    /// <summary>Creates the period as approved, without requesting approval.</summary>
    [Parameter]
    public SwitchParameter SkipApproval { get; set; }

    /// <summary>Skips rows that already exist, so that the same file can be imported again.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>
    /// Writes the numbers of created, skipped and failed inputs at the end, instead of the created objects.
    /// </summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get;
        set
        {
            // The engine binds the object first, so this also counts objects whose other values could not be bound and
            // that never became an input.
            field = value;
            _boundInputs += value is null || IsHeld ? 0 : 1;
        }
    }

    // The id of the person, resolved from the email address if necessary.
    private protected string Person => IdFor(nameof(PersonId), PersonId) ?? "";

    private protected abstract PeriodKind<T> Kind { get; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _creation = new PeriodCreation<T>(this, Kind, this)
        {
            SkipsExisting = SkipExisting,
            SkipsApproval = SkipApproval,
        };
    }

    /// <inheritdoc/>
    private protected override void CheckInput()
    {
        try
        {
            Given.RejectLocalDays();
        }
        catch (PersonioException)
        {
            // Earlier inputs are completed before this one's error.
            _creation!.Flush();
            throw;
        }
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        object target = Given.TargetOrId(PersonId);
        _processedInputs++;
        PeriodInput? input = null;
        if (TryRun(target, () => input = ReadInput(target)))
        {
            _creation!.Add(input!);
        }
        else
        {
            _count.Failed++;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _creation!.Flush();
        base.EndProcessing();
        // Rows whose values could not be bound never became an input.
        _count.Failed += MyInvocation.ExpectingInput ? Math.Max(0, _boundInputs - _processedInputs) : 0;
        WriteSummary();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Summary && _count.TakeSummary() is { Created: > 0 })
        {
            StoppedChange.Report(Host, $"The command was stopped. {_count}");
        }
    }

    // An error that stops the pipeline would suppress the summary.
    private protected override void BeforeError()
    {
        _count.Fail();
        WriteSummary();
    }

    /// <summary>Builds and validates the period that the parameters describe.</summary>
    /// <exception cref="PersonioException">A value is missing or invalid.</exception>
    private protected abstract IPeriodDraft Draft();

    /// <summary>True if the end of an open-ended period may have been forgotten.</summary>
    private protected virtual bool IsEndMissing(IPeriodDraft draft) =>
        draft.Key.End is null && Given.MayBeOversight<T>(Kind.EndName);

    /// <summary>Writes a created period.</summary>
    private protected abstract void Write(T created, string personId);

    void IPeriodOutcome<T>.Run(PeriodInput input, Action work)
    {
        if (!TryRun(input.Target, work))
        {
            _count.Fail();
        }
    }

    void IPeriodOutcome<T>.OnExists(PeriodInput input, KnownPeriod known)
    {
        _count.Skipped++;
        if (Confirmation.IsWhatIf(this))
        {
            Confirmation.Describe(this, $"Would skip {input.Draft}: {known.How}.");
        }
        else
        {
            WriteVerbose($"Skipped the {NounInWords} of person {input.Draft!.Key.PersonId}: {known.How}.");
        }
    }

    void IPeriodOutcome<T>.OnPlanned(PeriodInput input, string text, string note) =>
        _ = Changes.Confirm(text, $"Create {Kind.Word}", $"person {input.Draft!.Key.PersonId}");

    void IPeriodOutcome<T>.OnDeclined(PeriodInput input)
    {
    }

    void IPeriodOutcome<T>.OnUnknown(PeriodInput input) => _count.IsUnknown = true;

    void IPeriodOutcome<T>.OnCreated(PeriodInput input, T created)
    {
        _count.Created++;
        if (!Summary)
        {
            Write(created, input.Draft!.Key.PersonId);
        }
    }

    private PeriodInput ReadInput(object target)
    {
        try
        {
            IPeriodDraft draft = Draft();
            // Built up front so that -WhatIf also rejects what could not be sent.
            _ = draft.ToBody();
            return new PeriodInput(target, draft) { IsEndMissing = IsEndMissing(draft) };
        }
        catch (PersonioException)
        {
            // Earlier inputs are completed before this one's error.
            _creation!.Flush();
            throw;
        }
    }

    private void WriteSummary()
    {
        if (Summary && _count.TakeSummary() is { } summary)
        {
            WriteObject(summary);
        }
    }
}
