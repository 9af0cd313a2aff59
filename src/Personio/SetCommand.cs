using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The base of the cmdlets that change objects known by one id: one change for each id, silent without
/// <c>-PassThru</c>, and one error for each id that failed.
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
    protected override void ProcessRecord()
    {
        foreach ((string id, object target) in Asked(Ids, InputObject, Noun + "Id") ?? Nothing())
        {
            Attempt(target, () => Change(id, target));
        }
    }

    /// <summary>What is to be sent, checked; and the object in words, without its id.</summary>
    private protected abstract (ChangeBody Changes, string What) Plan(string id);

    /// <summary>The request without its body.</summary>
    private protected virtual ApiRequest Request(string id) => Updating.For(id);

    /// <summary>Completes what was read before it is written.</summary>
    private protected virtual T Complete(T item) => item;

    /// <summary>The piped object, where it is the one with this id.</summary>
    private protected T? PipedAs(string id, Func<T, string?> idOf) =>
        InputObject?.BaseObject is T piped && idOf(piped) == id ? piped : null;

    private void Change(string id, object target)
    {
        ApiRequest request = Request(id);
        (ChangeBody changes, string what) = Plan(id);
        RefuseEmpty(changes, id);
        if (ShouldProcess($"{what} ({id})", $"Change {changes} of {NounInWords}"))
        {
            SendChange<T>(
                target,
                request.WithBody(changes.Members),
                PassThru ? Reading.For(id) : null,
                item => WriteObject(Complete(item)));
        }
    }
}
