using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// The base of the cmdlets that change objects identified by one id: one change for each id, no output without
/// <c>-PassThru</c>, and one error for each id that failed. Derived cmdlets plan the change; this class confirms, sends
/// and reads back.
/// </summary>
public abstract class SetCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    private readonly Dictionary<string, (T? Row, PersonioException? Fault)> _read =
        new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _pending = [];
    private readonly WhatIfBatch _whatIfBatch;
    private readonly StateBefore<T> _before;

    private protected SetCmdletBase()
    {
        _whatIfBatch = new WhatIfBatch(
            this, ids => _pending.AddRange(ids.Where(id => ApiRequest.RefusalOf(id) is null)));
        _before = new StateBefore<T>(this, () => InputObject, Read);
    }

    /// <summary>Reads each object after its change and writes it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // The value of the identity parameter, whose name differs between cmdlets.
    private protected abstract string[]? Ids { get; }

    private protected abstract Endpoint ItemEndpoint { get; }

    private protected abstract Endpoint UpdateEndpoint { get; }

    // The endpoint that reads many objects for -WhatIf; null if the API has no listing by id.
    private protected virtual Endpoint? ListEndpoint => null;

    /// <inheritdoc/>
    private protected override void CheckInput() => Given.RejectLocalDays();

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach (RequestedId requested in RequireIds(Ids, InputObject, Noun + "Id"))
        {
            TryRun(requested.Target, () => Change(requested.IdOrThrow, requested.Target));
        }
    }

    /// <summary>Plans the change of one object from the parameters, and rejects invalid values.</summary>
    /// <param name="id">The id of the object, already validated.</param>
    /// <returns>
    /// The body to send, and the object in words, without its id; the description is null if nothing is known of the
    /// object.
    /// </returns>
    /// <exception cref="PersonioException">A value is invalid (<c>InvalidRequest</c>).</exception>
    private protected abstract (ChangeBody Body, string? Description) Plan(string id);

    /// <summary>Describes the change for logs, without values.</summary>
    private protected virtual string Action(ChangeBody body) => $"Change {body} of {NounInWords}";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _whatIfBatch.Flush();
        base.EndProcessing();
    }

    /// <summary>The request that changes an object, without its body.</summary>
    private protected virtual ApiRequest Request(string id) => UpdateEndpoint.For(id);

    /// <summary>Explains a rejection, as a sentence preceded by a space; empty if there is nothing to add.</summary>
    private protected virtual string Explain(string id, PersonioException fault) => "";

    /// <summary>Checks an object that was just changed, after it was written.</summary>
    private protected virtual void Check(string id, object target)
    {
    }

    /// <summary>Completes the object read after the change, before it is written.</summary>
    private protected virtual T Complete(T item) => item;

    /// <summary>
    /// The piped object, which can be described without a request; null if none was piped, or if another id was
    /// specified with it.
    /// </summary>
    private protected T? PipedAs(string id) => _before.Piped(id);

    private void Change(string id, object target)
    {
        // Before the plan, which may read the object: this rejects text that cannot be an id.
        ApiRequest request = Request(id);
        (ChangeBody body, string? description) = Plan(id);
        body.RejectEmpty($"{NounInWords} {id}");
        ChangedValues values = Given.ValuesOf(typeof(T), $"{Noun}Id");
        T? piped = PipedAs(id);
        string action = Action(body);
        if (Confirmation.IsWhatIf(this))
        {
            _whatIfBatch.Add(
                piped is null ? id : "", target, null,
                () => Confirm(id, _before.Find(id, piped), description, values, action));
        }
        else if (Confirm(id, _before.Find(id, piped), description, values, action))
        {
            string subject = $"{description ?? Noun.Replace("Period", "", StringComparison.Ordinal)} ({id})";
            Changes.Update<T>(
                id,
                request.WithBody(body.Members),
                PassThru ? ItemEndpoint.For(id) : null,
                item => WriteObject(Complete(item)),
                subject,
                fault => Explain(id, fault));
            Check(id, target);
        }
    }

    private bool Confirm(string id, T? current, string? description, ChangedValues values, string action) =>
        Changes.Confirm(
            $"{description ?? current?.ToString() ?? Noun} ({id})",
            $"Change {NounInWords}: {values.InWords(current)}",
            $"{NounInWords} {id}",
            action);

    private T Read(string id)
    {
        if (ListEndpoint is null)
        {
            return Await(token => Client.GetAsync<T>(ItemEndpoint.For(id), token));
        }

        if (!_read.ContainsKey(id))
        {
            string[] ids = [.. _pending.Append(id).Where(one => one.Length > 0 && !_read.ContainsKey(one)).Distinct()];
            _pending.Clear();
            LookupResult<T> found = Await(token => Client.GetManyAsync<T>(ListEndpoint, ids, token));
            Array.ForEach(ids, one =>
                _read[one] = (found.Rows.GetValueOrDefault(one), found.Refused.GetValueOrDefault(one)));
        }

        (T? row, PersonioException? fault) = _read[id];
        return row ?? throw fault ?? Errors.CreateNotFound(Noun, id);
    }
}
