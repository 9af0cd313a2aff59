using System.Management.Automation;

namespace Personio;

/// <summary>
/// The base of the cmdlets that remove: asks for confirmation, names the object, and writes one error for each id that
/// failed. An object specified only by id is read first, so that the prompt can describe it.
/// </summary>
public abstract class RemoveCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    /// <summary>Writes each object that was removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // The value of the identity parameter, whose name differs between cmdlets.
    private protected abstract string[]? Ids { get; }

    // Null if the API cannot read a single object; the prompt then shows what is known.
    private protected abstract Endpoint? ItemEndpoint { get; }

    private protected abstract Endpoint DeleteEndpoint { get; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(Ids, InputObject, Noun + "Id") is not { } requested)
        {
            TryRun(null, () => throw PersonioException.Invalid(
                $"Specify -{Noun}Id, or pipe what is to be removed."));
            return;
        }

        foreach (RequestedId one in requested)
        {
            TryRun(one.Target, () => Remove(one.IdOrThrow));
        }
    }

    private protected abstract string? IdOf(T item);

    /// <summary>Completes an object that was read, so that it can be described.</summary>
    private protected virtual T Complete(T item) => item;

    /// <summary>An object with nothing but its id, for kinds that cannot be read.</summary>
    private protected virtual T CreateUnread(string id) => throw new NotSupportedException($"{Noun} {id} can be read.");

    /// <summary>The object in words, without its id.</summary>
    private protected abstract string Describe(T item);

    private void Remove(string id)
    {
        // First, because it rejects text that cannot be an id.
        ApiRequest removal = DeleteEndpoint.For(id);
        T item = InputObject?.BaseObject is T piped && IdOf(piped) == id ? piped : Complete(Read(id));
        if (!Changes.Confirm($"{Describe(item)} ({id})", $"Remove {NounInWords}", $"{NounInWords} {id}"))
        {
            return;
        }

        Changes.Send($"{Describe(item)} ({id})", "was not removed", token => Client.SendAsync(removal, token));
        if (PassThru)
        {
            WriteObject(item);
        }
    }

    private T Read(string id) => ItemEndpoint is { } reading
        ? Await(token => Client.GetAsync<T>(reading.For(id), token))
        : CreateUnread(id);
}
