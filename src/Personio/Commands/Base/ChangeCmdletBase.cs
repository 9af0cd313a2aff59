namespace Personio;

/// <summary>
/// The base of the cmdlets that change something in Personio. What was made is written before anything else happens:
/// before the next change, the next error and the end of the pipeline.
/// </summary>
public abstract class ChangeCmdletBase : ConnectedCommand
{
    private readonly ChangeFlow _flow;

    private protected ChangeCmdletBase() => _flow = new ChangeFlow(this, "Personio");

    /// <inheritdoc cref="ChangeFlow.MayChange"/>
    internal bool MayChange(string target, string action, string logged, string? loggedAction = null) =>
        _flow.MayChange(target, action, logged, loggedAction);

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
            ThrowTerminatingError(Errors.Of(outage, Noun, null));
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

    /// <summary>The id of an object; null where it has none.</summary>
    private protected static string? IdOf(object? item) => (item as ApiObject)?.GetId();
}
