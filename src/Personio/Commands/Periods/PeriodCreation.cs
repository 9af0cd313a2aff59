using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Creates periods of persons in one pass over the inputs. With -SkipExisting or -WhatIf, inputs are batched so that
/// existing periods are read once for many.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="kind">The kind of periods.</param>
/// <param name="outcome">Receives the outcome of each input.</param>
internal sealed class PeriodCreation<T>(ConnectedCmdletBase command, PeriodKind<T> kind, IPeriodOutcome<T> outcome)
    where T : ApiObject, IPersonRow<T>
{
    private readonly bool _isWhatIf = Confirmation.IsWhatIf(command);
    private readonly Dictionary<PeriodKey, KnownPeriod> _known = [];
    private readonly PlannedPeriods _planned = new();
    private readonly PersonCheck _persons = new(command);

    /// <summary>True to skip periods that exist.</summary>
    public required bool SkipsExisting { get; init; }

    /// <summary>True to create the periods as approved.</summary>
    public required bool SkipsApproval { get; init; }

    private Batch<PeriodInput> Waiting => field ??= new(
        SkipsExisting || _isWhatIf ? Endpoints.ListPersons.MaxIdsPerRequest : 1, Create);

    /// <summary>Adds an input. A full batch is processed immediately.</summary>
    public void Add(PeriodInput input) => Waiting.Add(input);

    /// <summary>Processes the inputs in the batch.</summary>
    public void Flush() => Waiting.Flush();

    private void Create(PeriodInput[] inputs)
    {
        PeriodKey[] keys = [.. inputs.Select(input => input.Draft?.Key).OfType<PeriodKey>()];
        ExistingPeriods<T>? existing = (SkipsExisting || _isWhatIf) && keys.Length > 0 ? Read(keys) : null;
        foreach (PeriodInput input in inputs)
        {
            outcome.Run(input, () => Process(input, existing));
        }
    }

    private ExistingPeriods<T> Read(PeriodKey[] keys)
    {
        var existing = new ExistingPeriods<T>(
            command.Client, [.. kind.EqualRequests(keys), .. _isWhatIf ? kind.OverlapRequests(keys) : []]);
        existing.Start(keys.Select(key => key.PersonId), command.StopToken);
        if (_isWhatIf)
        {
            _persons.Add(keys.Select(key => key.PersonId));
        }

        return existing;
    }

    private void Process(PeriodInput input, ExistingPeriods<T>? existing)
    {
        if (input.Fault is { } fault)
        {
            throw fault;
        }

        IPeriodDraft draft = input.Draft!;
        PeriodKey key = draft.Key;
        if (SkipsExisting && FindExisting(key, existing!) is { } found)
        {
            outcome.OnExists(input, found);
        }
        else if (_isWhatIf)
        {
            Plan(input, draft, existing!);
        }
        else if (command.Changes.Confirm(draft.ToString()!, $"Create {kind.Word}", $"person {key.PersonId}"))
        {
            Create(input, draft);
        }
        else
        {
            outcome.OnDeclined(input);
        }
    }

    private KnownPeriod? FindExisting(PeriodKey key, ExistingPeriods<T> existing) =>
        _known.GetValueOrDefault(key)
        ?? (kind.FindSameId(key, ExistingOf(existing, key.PersonId)) is { } id ? KnownPeriod.Existing(id) : null);

    private IReadOnlyList<T> ExistingOf(ExistingPeriods<T> existing, string person) =>
        command.Await(token => existing.GetAsync(person, token));

    private void Plan(PeriodInput input, IPeriodDraft draft, ExistingPeriods<T> existing)
    {
        PeriodKey key = draft.Key;
        string text;
        string note;
        try
        {
            text = draft.InWords(_persons.NameOf(key.PersonId));
            note = kind.Describe(draft, Around(existing, key.PersonId), _planned.For(key.PersonId));
        }
        catch (PersonioException fault) when (fault.Kind is ErrorKind.NotFound or ErrorKind.Conflict)
        {
            throw fault.About($"{draft} would not be created.");
        }

        outcome.OnPlanned(input, note.Length == 0 ? text : $"{text}. {note}", note);
        _planned.Add(draft);
        Remember(key, new KnownPeriod(null, "duplicate of an earlier input"));
    }

    // A credential that may create but not read still shows what would be created.
    private IReadOnlyList<T> Around(ExistingPeriods<T> existing, string person)
    {
        try
        {
            return ExistingOf(existing, person);
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied && !SkipsExisting)
        {
            command.WriteVerbose($"Conflicts could not be checked. {fault.Message}");
            return [];
        }
    }

    private void Create(PeriodInput input, IPeriodDraft requested)
    {
        if (input.IsEndMissing)
        {
            command.WriteWarning($"No {kind.EndName} was given: {requested}.");
        }

        PeriodKey key = requested.Key;
        IPeriodDraft draft = kind.Prepare(requested);
        T created = Send(input, draft, key);
        Remember(key, KnownPeriod.Existing(kind.IdOf(created)));
        outcome.OnCreated(input, created);
        kind.OnCreated(created, draft, input.Target);
    }

    private T Send(PeriodInput input, IPeriodDraft draft, PeriodKey key)
    {
        try
        {
            return command.Changes.Send(
                draft.ToString()!,
                "was not created",
                token => command.Client.CreateAsync<T>(
                    kind.CreationEndpoint.For()
                        .With("skip_approval", SkipsApproval ? "true" : null)
                        .WithBody(draft.ToBody()),
                    token),
                fault => kind.Explain(draft, fault));
        }
        catch (PersonioException fault) when (fault.OutcomeUnknown)
        {
            outcome.OnUnknown(input);
            Remember(key, new KnownPeriod(null, "an identical earlier input may already have created it"));
            throw;
        }
    }

    // Later equal inputs are skipped, whether or not they specify the project.
    private void Remember(PeriodKey key, KnownPeriod known)
    {
        if (SkipsExisting)
        {
            _known[key] = known;
            _known[key.WithoutProject] = known;
        }
    }
}
