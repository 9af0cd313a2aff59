using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets that talk to Personio: the session, and requests sent ahead of the output.
/// </summary>
public abstract class ConnectedCmdletBase : PersonioCmdletBase
{
    private readonly RequestQueue _queue;
    private readonly WorkSession _session;
    private readonly HeldInputs _held;
    private readonly IdResolver _resolver;
    private readonly RowLimit _rows = new();
    private Changes? _changes;
    private bool _isResolved;

    private protected ConnectedCmdletBase()
    {
        (_queue, _session, _held) = (new RequestQueue(this), new WorkSession(this), new HeldInputs(this));
        _resolver = new IdResolver(this, _held.TakesPersons);
    }

    /// <summary>
    /// The session to use: a session object or its name. Default: the session that the piped object came from,
    /// otherwise the current session of the runspace.
    /// </summary>
    [Parameter]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public PersonioSession? Session { get; set; }

    internal PersonioClient Client
    {
        get
        {
            _ = SessionInUse;
            return field ??= new PersonioClient(SessionInUse, Log, IsForced ? CachePolicy.Fresh : CachePolicy.Kept);
        }
    }

    /// <summary>Resolves email addresses given instead of person ids.</summary>
    internal PersonIds Persons => field ??= new PersonIds(this);

    /// <summary>Changes data in Personio: confirms, sends and reads back.</summary>
    internal Changes Changes => _changes ??= new Changes(this);

    /// <summary>The parameters that have a value for the current input; available after BeginProcessing.</summary>
    internal GivenParameters Given { get; private set; } = null!;

    /// <summary>The parameter set that the engine has bound for its current input.</summary>
    internal string BoundSet => base.ParameterSetName;

    /// <summary>The parameter set of the input being processed.</summary>
    private protected new string ParameterSetName => _held.ParameterSet ?? base.ParameterSetName;

    /// <summary>True if the input being processed was held back earlier.</summary>
    private protected bool IsHeld => _held.ParameterSet is not null;

    /// <summary>The session that this cmdlet uses. If none is usable, the cmdlet ends with an error.</summary>
    private protected PersonioSession SessionInUse => _session.SessionInUse;

    /// <summary>
    /// True to refresh the names that the session caches. Evaluated once, on the first use of the client.
    /// </summary>
    private protected virtual bool IsForced => false;

    /// <summary>True if the cmdlet can do nothing without a session.</summary>
    private protected virtual bool NeedsSession => true;

    /// <summary>True if a connected session exists that the input belongs to.</summary>
    private protected bool HasSession => !_session.IsForeign && _session.Session is { IsConnected: true };

    /// <summary>True to resolve names specified instead of ids before the cmdlet sees them.</summary>
    private protected virtual bool TakesNames => true;

    /// <summary>
    /// Fails immediately if there is no session, rather than on the first input, unless piped objects may bring theirs.
    /// </summary>
    protected override void BeginProcessing()
    {
        Given = new GivenParameters(this, () => _session.Input as PSObject, row => PipelineInput.Is<ApiObject>(row));
        if (NeedsSession && (Session is not null || !MyInvocation.ExpectingInput))
        {
            _ = Client;
        }
    }

    /// <summary>Processes the input, or holds it back until its addresses are resolved.</summary>
    protected sealed override void ProcessRecord()
    {
        if (!MyInvocation.ExpectingInput)
        {
            // No input can bring another session now, and a wrong name is reported before any lookup.
            Resolve();
        }

        if (!_held.TryHold())
        {
            ProcessOne();
        }
    }

    /// <summary>Settles the session for a request before an input is processed, if possible.</summary>
    internal bool TryResolveEarly()
    {
        // A rejection recurs, and is reported, when the input is processed.
        bool isSettled = _session.TryFollow(_session.Input);
        _ = isSettled ? Client : null;
        return isSettled;
    }

    /// <summary>Settles the session, then processes the input.</summary>
    internal void ProcessOne()
    {
        object? input = _session.Input;
        if (TryRun(input, () =>
        {
            CheckInput();
            _session.Follow(input, isNeeded: NeedsSession);
        }))
        {
            _ = NeedsSession ? Client : null;
            Resolve();
            ObserveInput(input);
            ProcessInput();
        }
    }

    /// <summary>
    /// Resolves the names specified for filters to ids. Called once, before the first input is processed but after its
    /// session is settled: the names are those of the company that the input came from. A failure ends the cmdlet.
    /// </summary>
    private protected virtual void ResolveFilters()
    {
    }

    /// <summary>Rejects an input with invalid values before anything is done with it.</summary>
    /// <exception cref="PersonioException">A value is invalid.</exception>
    private protected virtual void CheckInput()
    {
    }

    private protected override PersonioException? OutageAfter(PersonioException fault) => Changes.OutageAfter(fault);

    /// <summary>Remembers what is needed of an input that is processed later.</summary>
    private protected virtual void ObserveInput(object? input)
    {
    }

    /// <summary>Processes one input, or runs once if there is none.</summary>
    private protected virtual void ProcessInput()
    {
    }

    /// <summary>Writes an object, which remembers the session it came from.</summary>
    internal new void WriteObject(object? item)
    {
        _session.Session?.Sign(item is PSObject row ? row.BaseObject : item);
        base.WriteObject(item);
    }

    /// <summary>Writes an object, or each object of a collection; they remember the session they came from.</summary>
    internal new void WriteObject(object? item, bool enumerateCollection)
    {
        if (enumerateCollection && item is IEnumerable<object> rows)
        {
            foreach (object row in rows)
            {
                WriteObject(row);
            }
        }
        else
        {
            base.WriteObject(item, enumerateCollection);
        }
    }

    /// <summary>Writes pending results. Overrides call this last, and <see cref="ReleaseInputs"/> first.</summary>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _changes?.Flush();
        _queue.Flush();
        WriteMessages();
        EndProgress();
    }

    /// <summary>
    /// The ids of this input, each with the target for its error: the piped object, otherwise the id itself.
    /// </summary>
    /// <param name="ids">The value of the identity parameter; null if not bound.</param>
    /// <param name="piped">The piped object; text and numbers count as ids.</param>
    /// <param name="name">The name of the identity.</param>
    /// <returns>Null if neither ids nor input were given; see <see cref="IdInput.Find"/>.</returns>
    private protected IReadOnlyList<RequestedId>? FindRequested(string[]? ids, PSObject? piped, string name) =>
        new IdInput(this).Find(ids, piped, name) is { } requested ? ResolveIds(name, requested) : null;

    /// <summary>Like <see cref="FindRequested"/>, for cmdlets that need ids: their absence is an error.</summary>
    private protected IReadOnlyList<RequestedId> RequireIds(string[]? ids, PSObject? piped, string name) =>
        FindRequested(ids, piped, name) ?? new IdInput(this).ReportMissing(name);

    /// <summary>Resolves names specified instead of ids.</summary>
    private protected IReadOnlyList<RequestedId> ResolveIds(string name, IReadOnlyList<RequestedId> requested) =>
        TakesNames ? _resolver.FindAll(name, requested) : requested;

    /// <inheritdoc cref="IdResolver.Find"/>
    internal string? IdFor(string parameter, string? idOrName) => _resolver.Find(parameter, idOrName);

    /// <summary>Resolves the values of a filter to ids. A failure ends the cmdlet.</summary>
    private protected string[]? IdsFor(string parameter, string[]? idsOrNames)
    {
        string[]? ids = idsOrNames;
        RunOrTerminate(idsOrNames, () => ids = idsOrNames?.Select(one => IdFor(parameter, one) ?? "").ToArray());
        return ids;
    }

    /// <summary>
    /// Starts a request for one input now and writes its result in turn: output and errors keep the order of the input.
    /// Few enough requests are in flight to stop quickly.
    /// </summary>
    internal void Enqueue<T>(
        object? target, Func<CancellationToken, Task<T>> start, Action<T> write, string? noun = null) =>
        _queue.Add(target, start, write, noun);

    private void Resolve()
    {
        if (!_isResolved)
        {
            _isResolved = true;
            ResolveFilters();
        }
    }

    /// <summary>Writes the pending results of <see cref="Enqueue"/>.</summary>
    private protected void FlushQueue() => _queue.Flush();

    /// <summary>Processes the inputs that are still waiting for their addresses to be resolved.</summary>
    private protected void ReleaseInputs() => _held.Release();

    /// <summary>Writes a row unless the maximum number has been reached.</summary>
    /// <returns>True if more rows are wanted.</returns>
    private protected bool WriteUpTo<T>(T row, int? first, Action<T> write) => _rows.Write(row, first, write);
}
