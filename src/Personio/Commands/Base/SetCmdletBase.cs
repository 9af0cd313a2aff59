using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// The base of the cmdlets that change objects known by one id: one change for each id, silent without
/// <c>-PassThru</c>, and one error for each id that failed. A cmdlet says what is to change; asking, sending and
/// reading again are done here.
/// </summary>
public abstract class SetCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    private readonly Dictionary<string, (T? Row, PersonioException? Fault)> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _wanted = [];
    private readonly WhatIfBatch _whatIfBatch;
    private readonly StateBefore<T> _before;

    private protected SetCmdletBase()
    {
        _whatIfBatch = new WhatIfBatch(this, ids => _wanted.AddRange(ids.Where(id => ApiRequest.RefusalOf(id) is null)));
        _before = new StateBefore<T>(this, () => InputObject, Read);
    }

    /// <summary>Reads each object after its change and writes it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // What was bound to the identity parameter, which has another name on each cmdlet.
    private protected abstract string[]? Ids { get; }

    private protected abstract Endpoint Reading { get; }

    private protected abstract Endpoint Updating { get; }

    // By which objects are read together for -WhatIf; null where the API has no listing with their ids.
    private protected virtual Endpoint? Listing => null;

    /// <inheritdoc/>
    private protected override void CheckInput() => Given.RefuseLocalDays();

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach (AskedId asked in Required(Ids, InputObject, Noun + "Id"))
        {
            TryRun(asked.Target, () => Change(asked.Required, asked.Target));
        }
    }

    /// <summary>Makes the change of one object out of the parameters, and refuses what cannot be meant.</summary>
    /// <param name="id">The id of the object; it is known to be one.</param>
    /// <returns>What is to be sent, and the object in words, without its id; null where nothing is known of it.</returns>
    /// <exception cref="PersonioException">Something cannot be meant (<c>InvalidRequest</c>).</exception>
    private protected abstract (ChangeBody Body, string? Description) Plan(string id);

    /// <summary>What is done to the object, in the words of logs, which have no values.</summary>
    private protected virtual string Action(ChangeBody body) => $"Change {body} of {NounInWords}";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _whatIfBatch.Flush();
        base.EndProcessing();
    }

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
    private protected T? PipedAs(string id) => _before.Piped(id);

    private void Change(string id, object target)
    {
        // Before the plan, which may read the object: this refuses what is not an id.
        ApiRequest request = Request(id);
        (ChangeBody body, string? description) = Plan(id);
        body.RefuseEmpty($"{NounInWords} {id}");
        ChangedValues values = Given.ValuesOf(typeof(T), $"{Noun}Id");
        T? piped = PipedAs(id);
        string action = Action(body);
        if (Confirmation.IsWhatIf(this))
        {
            _whatIfBatch.Add(piped is null ? id : "", target, null, () => Ask(id, _before.Find(id, piped), description, values, action));
        }
        else if (Ask(id, _before.Find(id, piped), description, values, action))
        {
            string subject = $"{description ?? Noun.Replace("Period", "", StringComparison.Ordinal)} ({id})";
            Changes.Update<T>(
                id,
                request.WithBody(body.Members),
                PassThru ? Reading.For(id) : null,
                item => WriteObject(Complete(item)),
                subject,
                fault => Explain(id, fault));
            Check(id, target);
        }
    }

    private bool Ask(string id, T? now, string? description, ChangedValues values, string action) => Changes.MayChange(
        $"{description ?? now?.ToString() ?? Noun} ({id})",
        $"Change {NounInWords}: {values.InWords(now)}",
        $"{NounInWords} {id}",
        action);

    private T Read(string id)
    {
        if (Listing is null)
        {
            return Await(token => Client.GetAsync<T>(Reading.For(id), token));
        }

        if (!_read.ContainsKey(id))
        {
            string[] ids = [.. _wanted.Append(id).Where(one => one.Length > 0 && !_read.ContainsKey(one)).Distinct()];
            _wanted.Clear();
            LookupResult<T> found = Await(token => Client.GetManyAsync<T>(Listing, ids, token));
            Array.ForEach(ids, one =>
                _read[one] = (found.Rows.GetValueOrDefault(one), found.Refused.GetValueOrDefault(one)));
        }

        (T? row, PersonioException? fault) = _read[id];
        return row ?? throw fault ?? Errors.Missing(Noun, id);
    }
}
