namespace Personio;

/// <summary>
/// The base of the cmdlets that change something in Personio. What was made is written before anything else happens:
/// before the next change, the next error and the end of the pipeline.
/// </summary>
public abstract class ChangeCmdletBase : ConnectedCmdletBase
{
    private readonly ChangeFlow _flow;
    private readonly PersonCheck _persons;
    private readonly Foresight _foresight;

    private protected ChangeCmdletBase()
    {
        _flow = new ChangeFlow(this, "Personio");
        _persons = new PersonCheck(this);
        _foresight = new Foresight(this, _persons.Want);
    }

    /// <inheritdoc cref="ChangeFlow.MayChange"/>
    internal bool MayChange(string target, string action, string logged, string? loggedAction = null) =>
        _flow.MayChange(target, action, logged, loggedAction);

    /// <summary>
    /// Asks before something of a person is changed. With <c>-WhatIf</c> it also tells the name of the person, and that
    /// there is none, as soon as enough persons are to be told of.
    /// </summary>
    /// <param name="personId">The person.</param>
    /// <param name="subject">What its errors are about.</param>
    /// <param name="target">What is changed, for whoever decides, with the words <c>person</c> and the id.</param>
    /// <param name="action">What is done to it.</param>
    /// <param name="logged">What is changed, for the verbose stream: ids only.</param>
    /// <param name="loggedAction">What is done, where the action itself names more than that.</param>
    /// <param name="noun">What its errors are named after; null for the noun of the cmdlet.</param>
    private protected bool MayChangeOf(
        string personId, object? subject, string target, string action, string logged, string? loggedAction = null,
        string? noun = null)
    {
        if (!Consent.IsWhatIf(this))
        {
            return MayChange(target, action, logged, loggedAction);
        }

        _foresight.Add(personId, subject, noun, () => _ = MayChange(
            WithName(target, personId, _persons.NameOf(personId)), action, logged, loggedAction));
        return false;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _foresight.Flush();
        base.EndProcessing();
    }

    /// <inheritdoc cref="ChangeFlow.Commit"/>
    private protected T Commit<T>(Func<CancellationToken, Task<T>> send) => _flow.Commit(send, made => IdOf(made));

    /// <summary>Sends a change whose answer has no more to say than that it was made.</summary>
    private protected void Commit(Func<CancellationToken, Task> send) => Commit(async token =>
    {
        await send(token).ConfigureAwait(false);
        return true;
    });

    /// <summary>Ends an import that runs into an outage: a thousand rows would take hours to fail one by one.</summary>
    private protected override void AfterError(PersonioException fault)
    {
        if (_flow.OutageAfter(fault) is { } outage)
        {
            BeforeError();
            ThrowTerminatingError(Errors.CreateRecord(outage, Noun, null));
        }
    }

    /// <summary>Sends a change. Its error says whose and what it was, not only what Personio answered.</summary>
    /// <param name="subject">The object in words, with the id of its person.</param>
    /// <param name="deed">What was not done, for example <c>was not created</c>.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="explain">What is known here of a refusal, as a sentence after a space.</param>
    internal T Change<T>(
        string subject, string deed, Func<CancellationToken, Task<T>> send,
        Func<PersonioException, string>? explain = null)
    {
        try
        {
            return Commit(send);
        }
        catch (PersonioException fault)
        {
            throw fault.About(fault.OutcomeUnknown ? $"{subject}:" : $"{subject} {deed}.{explain?.Invoke(fault)}");
        }
    }

    /// <summary>Sends a change that has no result.</summary>
    private protected void Change(
        string subject, string deed, Func<CancellationToken, Task> send,
        Func<PersonioException, string>? explain = null) => Change(
            subject,
            deed,
            async token =>
            {
                await send(token).ConfigureAwait(false);
                return true;
            },
            explain);

    /// <inheritdoc cref="ChangeFlow.Follow"/>
    private protected T Follow<T>(string? id, Func<CancellationToken, Task<T>> call) => _flow.Follow(id, call);

    private static string WithName(string text, string personId, string? name)
    {
        string person = $"person {personId}";
        int at = text.IndexOf(person, StringComparison.OrdinalIgnoreCase);
        return name is null || at < 0 ? text : text.Insert(at + person.Length, $" ({name})");
    }

    /// <summary>The id of an object; null where it has none.</summary>
    private protected static string? IdOf(object? item) => (item as ApiObject)?.GetId();
}
