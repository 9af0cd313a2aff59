using System.Management.Automation;

namespace Personio;

/// <summary>
/// The base of the cmdlets that change objects known by one id: one change for each id, silent without
/// <c>-PassThru</c>, and one error for each id that failed. A cmdlet says what is to change; asking, sending and
/// reading again are done here.
/// </summary>
public abstract class SetCommand<T> : WriterCommand
    where T : ApiObject
{
    /// <summary>Reads each object after its change and writes it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // What was bound to the identity parameter, which has another name on each cmdlet.
    private protected abstract string[]? Ids { get; }

    private protected abstract Endpoint Reading { get; }

    private protected abstract Endpoint Updating { get; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach (AskedId asked in Asked(Ids, InputObject, Noun + "Id") ?? Nothing())
        {
            Attempt(asked.Target, () => Change(asked.Required, asked.Target));
        }
    }

    /// <summary>Makes the change of one object out of the parameters, and refuses what cannot be meant.</summary>
    /// <param name="id">The id of the object; it is known to be one.</param>
    /// <returns>What is to be sent, and the object in words, without its id.</returns>
    /// <exception cref="PersonioException">Something cannot be meant (<c>InvalidRequest</c>).</exception>
    private protected abstract (ChangeBody Body, string Description) Plan(string id);

    /// <summary>What is done to the object, in the words of <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    private protected virtual string Action(ChangeBody body) => $"Change {body} of {NounInWords}";

    /// <summary>The request that changes an object, without its body.</summary>
    private protected virtual ApiRequest Request(string id) => Updating.For(id);

    /// <summary>What is known here of a refusal, as a sentence after a space; empty where nothing is.</summary>
    private protected virtual string Explain(string id, PersonioException fault) => "";

    /// <summary>Looks at an object that was just changed, after it was written.</summary>
    private protected virtual void Check(string id, object target)
    {
    }

    /// <summary>Completes what was read after the change, before it is written.</summary>
    private protected virtual T Complete(T item) => item;

    /// <summary>
    /// The piped object, from which it can be described without a request; null where none was piped, or another id was
    /// given with it.
    /// </summary>
    private protected T? PipedAs(string id, Func<T, string?> idOf) =>
        InputObject?.BaseObject is T piped && idOf(piped) == id ? piped : null;

    private void Change(string id, object target)
    {
        // Before the plan, which may read the object: this refuses what is not an id.
        ApiRequest request = Request(id);
        (ChangeBody body, string description) = Plan(id);
        RefuseEmpty(body, id);
        if (MayChange($"{description} ({id})", Action(body), $"{NounInWords} {id}"))
        {
            SendChange<T>(
                id,
                request.WithBody(body.Members),
                PassThru ? Reading.For(id) : null,
                item => WriteObject(Complete(item)),
                $"{description} ({id})",
                fault => Explain(id, fault));
            Check(id, target);
        }
    }
}
