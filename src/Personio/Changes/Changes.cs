namespace Personio;

/// <summary>
/// The changes that one cmdlet makes in Personio. Each change is confirmed, sent, read back if needed, and written
/// before anything else happens: before the next change, the next error, and the end of the pipeline.
/// </summary>
internal sealed class Changes
{
    // The longest time that a created object waits to be written.
    private static readonly TimeSpan s_maxWriteDelay = TimeSpan.FromSeconds(5);

    private readonly ConnectedCmdletBase _command;
    private readonly ChangeFlow _flow;
    private readonly PersonCheck _persons;
    private readonly WhatIfBatch _whatIfBatch;

    public Changes(ConnectedCmdletBase command)
    {
        _command = command;
        _flow = new ChangeFlow(command, "Personio");
        _persons = new PersonCheck(command);
        _whatIfBatch = new WhatIfBatch(command, _persons.Add);
    }

    /// <inheritdoc cref="ChangeFlow.Confirm"/>
    public bool Confirm(string target, string action, string logged, string? loggedAction = null) =>
        _flow.Confirm(target, action, logged, loggedAction);

    /// <summary>
    /// Asks for confirmation before data of a person is changed. With <c>-WhatIf</c> the inputs are collected so that
    /// names can be looked up together; the description then includes the name of the person, or the error that the
    /// person does not exist.
    /// </summary>
    /// <param name="personId">The ID of the person.</param>
    /// <param name="subject">The target object of errors.</param>
    /// <param name="target">
    /// The object to change, for confirmation, including the word <c>person</c> and the ID.
    /// </param>
    /// <param name="action">The operation.</param>
    /// <param name="logged">The object to change, for the verbose stream: IDs only.</param>
    /// <param name="loggedAction">The operation for logs, if <paramref name="action"/> contains more than that.</param>
    /// <param name="noun">The noun in the error IDs; null for the noun of the cmdlet.</param>
    public bool ConfirmForPerson(
        string personId, object? subject, string target, string action, string logged, string? loggedAction = null,
        string? noun = null)
    {
        if (!Confirmation.IsWhatIf(_command))
        {
            return Confirm(target, action, logged, loggedAction);
        }

        _whatIfBatch.Add(personId, subject, noun, () => _ = Confirm(
            WithName(target, personId, _persons.NameOf(personId)), action, logged, loggedAction));
        return false;
    }

    /// <summary>Describes the changes that <see cref="ConfirmForPerson"/> still holds back.</summary>
    public void Flush() => _whatIfBatch.Flush();

    /// <inheritdoc cref="ChangeFlow.OutageAfter"/>
    public PersonioException? OutageAfter(PersonioException fault) => _flow.OutageAfter(fault);

    /// <inheritdoc cref="ChangeFlow.Commit"/>
    public T Commit<T>(Func<CancellationToken, Task<T>> send) => _flow.Commit(send, created => IdOf(created));

    /// <summary>Sends a change whose response carries no data.</summary>
    public void Commit(Func<CancellationToken, Task> send) => Commit(WithResult(send));

    /// <summary>Sends a change. Its error names the object and its person, not only Personio's response.</summary>
    /// <param name="subject">The object in words, with the ID of its person.</param>
    /// <param name="failure">What failed, for example <c>was not created</c>.</param>
    /// <param name="send">Sends the change.</param>
    /// <param name="explain">Adds an explanation of a rejection, as a sentence after a space.</param>
    public T Send<T>(
        string subject, string failure, Func<CancellationToken, Task<T>> send,
        Func<PersonioException, string>? explain = null)
    {
        try
        {
            return Commit(send);
        }
        catch (PersonioException fault)
        {
            throw fault.About(fault.OutcomeUnknown ? $"{subject}:" : $"{subject} {failure}.{explain?.Invoke(fault)}");
        }
    }

    /// <summary>Sends a change that has no result.</summary>
    public void Send(
        string subject, string failure, Func<CancellationToken, Task> send,
        Func<PersonioException, string>? explain = null) => Send(subject, failure, WithResult(send), explain);

    /// <inheritdoc cref="ChangeFlow.FollowUp"/>
    public T FollowUp<T>(string? id, Func<CancellationToken, Task<T>> call) => _flow.FollowUp(id, call);

    /// <summary>Changes an object and, if its new state is wanted, reads it back.</summary>
    /// <param name="id">The ID of the object.</param>
    /// <param name="change">The request that changes the object.</param>
    /// <param name="read">The request that reads the object; null if it is not wanted.</param>
    /// <param name="write">Writes the object.</param>
    /// <param name="subject">The object in words, for the error.</param>
    /// <param name="explain">Adds an explanation of a rejection, as a sentence after a space.</param>
    public void Update<T>(
        string id, ApiRequest change, ApiRequest? read, Action<T> write, string subject,
        Func<PersonioException, string>? explain = null)
        where T : ApiObject
    {
        Send(subject, "was not changed", token => _command.Client.SendAsync(change, token), explain);
        if (read is not null)
        {
            write(FollowUp(id, token => _command.Client.GetAsync<T>(read, token)));
        }
    }

    /// <summary>
    /// Writes a created object before anything else is sent. If Personio returned only the ID, the object is read back
    /// first. If reading fails or takes too long, the object as sent, with its ID, is written instead: it was created,
    /// so that is not an error.
    /// </summary>
    /// <param name="created">The response of the service, completed with the values sent.</param>
    /// <param name="isComplete">True if the response was the whole object.</param>
    /// <param name="read">The request that reads the object.</param>
    /// <param name="write">Writes the object.</param>
    public void WriteCreated<T>(T created, bool isComplete, Func<ApiRequest> read, Action<T> write)
        where T : ApiObject =>
        write(isComplete ? created : FollowUp(IdOf(created), token => ReadOrAsync(created, read, token)));

    private async Task<T> ReadOrAsync<T>(T created, Func<ApiRequest> read, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_maxWriteDelay);
        try
        {
            return await _command.Client.GetAsync<T>(read(), patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _command.Log.Verbose(
                $"It was created, but reading it back took longer than {s_maxWriteDelay.TotalSeconds} s.");
            return created;
        }
        catch (PersonioException fault)
        {
            _command.Log.Verbose($"It was created, but could not be read back ({fault.Kind}).");
            return created;
        }
    }

    private static Func<CancellationToken, Task<bool>> WithResult(Func<CancellationToken, Task> send) => async token =>
    {
        await send(token).ConfigureAwait(false);
        return true;
    };

    private static string WithName(string text, string personId, string? name)
    {
        string person = $"person {personId}";
        int at = text.IndexOf(person, StringComparison.OrdinalIgnoreCase);
        return name is null || at < 0 ? text : text.Insert(at + person.Length, $" ({name})");
    }

    private static string? IdOf(object? item) => (item as ApiObject)?.GetId();
}
