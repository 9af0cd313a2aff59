using System.Management.Automation;
using Personio.Completers;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets that make periods of persons, one for each input. With -SkipExisting inputs wait until there
/// are some, so that what is there already is read once for all of them.
/// </summary>
public abstract class NewPeriodCommand<T> : WriterCommand
    where T : ApiObject
{
    // As many persons as a filter takes.
    private const int Size = 50;

    private readonly List<Input> _waiting = [];
    private readonly Dictionary<PeriodKey, string> _seen = [];
    private readonly CreationCount _count = new();
    private int _taken;

    /// <summary>The person: id or e-mail address.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string PersonId { get; set; } = "";

    /// <summary>Makes the period approved at once, without asking anybody.</summary>
    [Parameter]
    public SwitchParameter SkipApproval { get; set; }

    /// <summary>Leaves out what is there already, so that the same file can be run again.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>Writes how many were created, skipped and failed at the end, instead of what was made.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    // The id of the person, looked up where the e-mail address was given.
    private protected string Person => IdFor(nameof(PersonId), PersonId) ?? "";

    // The name of the parameter for the end.
    private protected abstract string EndName { get; }

    private protected abstract Endpoint Creation { get; }

    /// <inheritdoc/>
    private protected override void CheckInput()
    {
        try
        {
            base.CheckInput();
        }
        catch (PersonioException)
        {
            // The inputs before this one come before its error.
            Flush();
            throw;
        }
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        object target = TargetOr(PersonId);
        _taken++;
        if (!Attempt(target, () => _waiting.Add(Take(target))))
        {
            _count.Failed++;
        }

        if (_waiting.Count == (SkipExisting ? Size : 1))
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        Flush();
        base.EndProcessing();
        // Rows whose values could not be bound never became an input.
        _count.Failed += MyInvocation.ExpectingInput ? Math.Max(0, Offered - _taken) : 0;
        WriteSummary();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Summary && _count.TakeSummary() is { Created: > 0 })
        {
            StoppedChange.Tell(Host, $"The command was stopped. {_count}");
        }
    }

    // An error that stops the pipeline would keep the summary back.
    private protected override void BeforeError()
    {
        _count.Fail();
        WriteSummary();
    }

    /// <summary>The period that the parameters describe, checked.</summary>
    /// <exception cref="PersonioException">Something is missing or wrong.</exception>
    private protected abstract IPeriodDraft Draft();

    /// <summary>The listing of the periods that may start on some days, both inclusive.</summary>
    private protected abstract ApiRequest Existing(DateTime? first, DateTime? last);

    private protected abstract string? PersonOf(T period);

    private protected abstract string? IdOf(T period);

    /// <summary>What a period that is there is compared by; null where it does not count.</summary>
    /// <param name="period">The period.</param>
    /// <param name="personId">Whose it is where it does not say so.</param>
    private protected abstract PeriodKey? KeyOf(T period, string personId);

    /// <summary>The id of the period that is the same as the one that is asked for; null where there is none.</summary>
    private protected virtual string? IdOfSame(PeriodKey asked, IReadOnlyList<T> existing) =>
        existing.FirstOrDefault(period => KeyOf(period, asked.PersonId)?.Answers(asked) == true) is { } same
            ? IdOf(same)
            : null;

    /// <summary>Whether somebody may have forgotten the end of a period that has none.</summary>
    private protected virtual bool IsEndForgotten(IPeriodDraft draft) =>
        draft.Key.End is null && MayBeForgotten<T>(EndName);

    /// <summary>What is known here of a refusal, as a sentence after a space; empty where nothing is.</summary>
    private protected virtual string Explain(IPeriodDraft draft, PersonioException fault) => "";

    /// <summary>Completes a draft that is about to be sent, with what depends on the company.</summary>
    private protected virtual IPeriodDraft Ready(IPeriodDraft draft) => draft;

    /// <summary>Tells what else Personio changed.</summary>
    /// <param name="made">What Personio answered.</param>
    /// <param name="draft">What was sent.</param>
    /// <param name="target">The input it was made of.</param>
    private protected virtual void Tell(T made, IPeriodDraft draft, object target)
    {
    }

    /// <summary>Writes what was made.</summary>
    private protected abstract void Write(T made, string personId);

    /// <summary>Whether somebody refused the period, so that it can be asked for again.</summary>
    private protected static bool IsRejected(string? status) =>
        string.Equals(status, "REJECTED", StringComparison.OrdinalIgnoreCase);

    private Input Take(object target)
    {
        try
        {
            IPeriodDraft draft = Draft();
            // Here already, so that -WhatIf refuses what could not be sent.
            _ = draft.ToBody();
            return new Input(target, draft, IsEndForgotten(draft));
        }
        catch (PersonioException)
        {
            // The inputs before this one come before its error.
            Flush();
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

    private void Flush()
    {
        Input[] inputs = [.. _waiting];
        _waiting.Clear();
        ExistingPeriods<T>? existing = SkipExisting && inputs.Length > 0 ? Read(inputs) : null;
        foreach (Input input in inputs)
        {
            if (!Attempt(input.Target, () => Process(input, existing)))
            {
                _count.Fail();
            }
        }
    }

    private ExistingPeriods<T> Read(Input[] inputs)
    {
        PeriodKey[] keys = [.. inputs.Select(input => input.Draft.Key)];
        var existing = new ExistingPeriods<T>(
            Client, Existing(keys.Min(key => key.Start), keys.Max(key => key.Start)), PersonOf);
        existing.Start(keys.Select(key => key.PersonId), StopToken);
        return existing;
    }

    private void Process(Input input, ExistingPeriods<T>? existing)
    {
        PeriodKey key = input.Draft.Key;
        if (existing is not null && Found(key, existing) is { } found)
        {
            _count.Skipped++;
            Skip(input.Draft, found);
        }
        else if (MayChange(
            input.Draft.ToString()!, $"Create {NounInWords.Split(' ')[0]}", $"person {key.PersonId}"))
        {
            Create(input);
        }
        else if (Consent.IsWhatIf(this))
        {
            See(key, "an equal input comes before it");
        }
    }

    private string? Found(PeriodKey key, ExistingPeriods<T> existing) =>
        _seen.GetValueOrDefault(key)
        ?? (IdOfSame(key, Await(token => existing.OfAsync(key.PersonId, token))) is { } id
            ? $"it already exists as {id}"
            : null);

    private void Skip(IPeriodDraft draft, string found)
    {
        if (Consent.IsWhatIf(this))
        {
            Consent.Tell(this, $"Would skip {draft}: {found}.");
        }
        else
        {
            WriteVerbose($"Skipped the {NounInWords} of person {draft.Key.PersonId}: {found}.");
        }
    }

    private void Create(Input input)
    {
        if (input.IsEndForgotten)
        {
            WriteWarning($"No {EndName} was given: {input.Draft}.");
        }

        PeriodKey key = input.Draft.Key;
        IPeriodDraft draft = Ready(input.Draft);
        T made = Send(draft, key);
        _count.Created++;
        See(key, $"it already exists as {IdOf(made)}");
        if (!Summary)
        {
            Write(made, key.PersonId);
        }

        Tell(made, draft, input.Target);
    }

    private T Send(IPeriodDraft draft, PeriodKey key)
    {
        try
        {
            return Change(
                draft.ToString()!,
                "was not created",
                token => Client.CreateAsync<T>(
                    Creation.For().With("skip_approval", SkipApproval ? "true" : null).WithBody(draft.ToBody()), token),
                fault => Explain(draft, fault));
        }
        catch (PersonioException fault) when (fault.OutcomeUnknown)
        {
            _count.IsUnknown = true;
            See(key, "an equal input before it may have made it");
            throw;
        }
    }

    // An equal input that follows is left out, whether or not it asks for the project.
    private void See(PeriodKey key, string how)
    {
        if (SkipExisting)
        {
            _seen[key] = how;
            _seen[key.OfAnyProject] = how;
        }
    }

    private sealed record Input(object Target, IPeriodDraft Draft, bool IsEndForgotten);
}
