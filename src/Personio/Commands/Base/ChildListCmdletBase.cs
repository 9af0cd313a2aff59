using System.Management.Automation;

namespace Personio;

/// <summary>
/// The base of the cmdlets that list what belongs to something, such as the balances of a person: one listing for each
/// owner named. Many run at the same time; the order of the output is the order of the input.
/// </summary>
public abstract class ChildListCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    /// <summary>An object that carries the id of an owner, or that id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>What owns the rows: Person, where -PersonId names the owners.</summary>
    private protected abstract string Owner { get; }

    // What was bound to the parameter that names the owners.
    private protected abstract string[]? OwnerIds { get; }

    /// <summary>What is asked back when no owner was named.</summary>
    private protected virtual string Question => $"Specify -{Owner}Id, or pipe objects that carry it.";

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (Asked(OwnerIds, InputObject, Owner + "Id") is not { } owners)
        {
            TryRun(null, () => throw PersonioException.Invalid(Question));
            return;
        }

        // The rows come later, when the next input may be at hand.
        PSObject? input = InputObject;
        foreach (AskedId owner in owners)
        {
            Prefetch(
                owner.Target,
                token => Client.ListAllAsync<T>(Request(owner.Required), token),
                rows => Write(Completed(rows, owner.Id, input)),
                noun: Owner);
        }
    }

    /// <summary>The listing of one owner, with the filters of the cmdlet.</summary>
    private protected abstract ApiRequest Request(string ownerId);

    /// <summary>The rows that are wanted, with what their answer leaves out: at least whose they are.</summary>
    /// <param name="rows">All rows of one owner.</param>
    /// <param name="ownerId">The owner.</param>
    /// <param name="input">The object that named the owner; null where nothing was piped.</param>
    private protected abstract IEnumerable<T> Completed(IReadOnlyList<T> rows, string ownerId, PSObject? input);

    /// <summary>Writes a row.</summary>
    private protected virtual void WriteRow(T row) => WriteObject(row);

    private void Write(IEnumerable<T> rows)
    {
        foreach (T row in rows)
        {
            WriteRow(row);
        }
    }
}
