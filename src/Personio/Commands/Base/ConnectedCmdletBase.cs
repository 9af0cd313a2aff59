using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Parameters;

namespace Personio;

/// <summary>The base of the cmdlets that talk to Personio: the session, and requests that run ahead of the output.
/// </summary>
public abstract class ConnectedCmdletBase : PersonioCmdletBase
{
    private readonly RequestLane _ahead;
    private readonly WorkSession _work;
    private readonly HeldInputs _held;
    private readonly IdResolver _resolver;
    private readonly RowLimit _rows = new();
    private Changes? _changes;
    private bool _isResolved;

    private protected ConnectedCmdletBase()
    {
        (_ahead, _work, _held) = (new RequestLane(this), new WorkSession(this), new HeldInputs(this));
        _resolver = new IdResolver(this, _held.TakesPersons);
    }

    /// <summary>
    /// The session to work in: a session object or its name. Default: the session that the piped object came from, else
    /// the current session of the runspace.
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

    /// <summary>Resolves e-mail addresses given in place of person ids.</summary>
    internal PersonIds Persons => field ??= new PersonIds(this);

    /// <summary>What the cmdlet changes in Personio: asks, sends, reads back.</summary>
    internal Changes Changes => _changes ??= new Changes(this);

    /// <summary>The parameters that have a value for the current input; available after BeginProcessing.</summary>
    internal GivenParameters Given { get; private set; } = null!;

    /// <summary>The parameter set of the input that the engine has bound.</summary>
    internal string BoundSet => base.ParameterSetName;

    /// <summary>The parameter set of the input that is worked on.</summary>
    private protected new string ParameterSetName => _held.ParameterSet ?? base.ParameterSetName;

    /// <summary>Whether the input that is worked on was held back, and is not a new one.</summary>
    private protected bool IsHeld => _held.ParameterSet is not null;

    /// <summary>The session that this cmdlet works in. Without a usable one the cmdlet ends with an error.</summary>
    private protected PersonioSession SessionInUse => _work.SessionInUse;

    /// <summary>
    /// Whether the names that the session keeps are read anew. Asked once, with the first use of the client.
    /// </summary>
    private protected virtual bool IsForced => false;

    /// <summary>Whether nothing can be done without a session.</summary>
    private protected virtual bool NeedsSession => true;

    /// <summary>Whether there is a session that knows what the input is about.</summary>
    private protected bool HasSession => !_work.IsStray && _work.Session is { IsConnected: true };

    /// <summary>Whether names that stand for the ids of the input are looked up before the cmdlet sees them.</summary>
    private protected virtual bool TakesNames => true;

    /// <summary>
    /// Says at once when there is no session, not with the first input; but piped objects may bring theirs.
    /// </summary>
    protected override void BeginProcessing()
    {
        Given = new GivenParameters(this, () => _work.Input as PSObject, row => PipelineInput.Is<ApiObject>(row));
        if (NeedsSession && (Session is not null || !MyInvocation.ExpectingInput))
        {
            _ = Client;
        }
    }

    /// <summary>Works on the input, or lets it wait until its addresses are looked up.</summary>
    protected sealed override void ProcessRecord()
    {
        if (!MyInvocation.ExpectingInput)
        {
            // Nothing can bring another session any more, and a wrong name is told before anything is looked up.
            Resolve();
        }

        if (!_held.Take())
        {
            ProcessOne();
        }
    }

    /// <summary>Settles the session for a request before an input is worked on, where that can be done.</summary>
    internal bool TrySettle()
    {
        // A refusal comes again, and is told, when the input has its turn.
        bool isSettled = _work.TryFollow(_work.Input);
        _ = isSettled ? Client : null;
        return isSettled;
    }

    /// <summary>Settles the session, then works on the input.</summary>
    internal void ProcessOne()
    {
        object? input = _work.Input;
        if (TryRun(input, () =>
        {
            CheckInput();
            _work.Follow(input, isNeeded: NeedsSession);
        }))
        {
            _ = NeedsSession ? Client : null;
            Resolve();
            SeeInput(input);
            ProcessInput();
        }
    }

    /// <summary>
    /// Turns names that filters were given as into ids. Called once, before the first input is worked on but not before
    /// its session is settled: the names are those of the company it came from. Without them nothing can work.
    /// </summary>
    private protected virtual void ResolveFilters()
    {
    }

    /// <summary>Refuses an input whose values cannot be meant, before anything is done with it.</summary>
    /// <exception cref="PersonioException">One of them cannot.</exception>
    private protected virtual void CheckInput()
    {
    }

    private protected override PersonioException? OutageAfter(PersonioException fault) => Changes.OutageAfter(fault);

    /// <summary>Keeps what is worth knowing of an input when it is worked on later.</summary>
    private protected virtual void SeeInput(object? input)
    {
    }

    /// <summary>Works on one input, or once where there is none.</summary>
    private protected virtual void ProcessInput()
    {
    }

    /// <summary>Writes an object, which remembers the session it came from.</summary>
    internal new void WriteObject(object? item)
    {
        _work.Session?.Sign(item is PSObject row ? row.BaseObject : item);
        base.WriteObject(item);
    }

    /// <summary>Writes an object, or each of a collection; they remember the session they came from.</summary>
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

    /// <summary>
    /// Writes what is still under way. Overrides call it last, and <see cref="ReleaseInputs"/> first.
    /// </summary>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _changes?.Flush();
        _ahead.Flush();
        WriteMessages();
        EndWork();
    }

    /// <summary>
    /// The ids of this input, each with what is the target of its error: the piped object, else the id itself.
    /// </summary>
    /// <param name="ids">What was bound to the identity parameter; null where nothing was.</param>
    /// <param name="piped">The piped object; text and numbers count as ids.</param>
    /// <param name="name">The name of the identity.</param>
    /// <returns>Null where neither ids nor input were given; see <see cref="IdInput.Find"/>.</returns>
    private protected IReadOnlyList<AskedId>? Asked(string[]? ids, PSObject? piped, string name) =>
        new IdInput(this).Find(ids, piped, name) is { } asked ? Resolved(name, asked) : null;

    /// <summary>The same where there is nothing to do without ids: their absence is an error.</summary>
    private protected IReadOnlyList<AskedId> Required(string[]? ids, PSObject? piped, string name) =>
        Asked(ids, piped, name) ?? new IdInput(this).Nothing(name);

    /// <summary>The ids that are meant where names were given in their place.</summary>
    private protected IReadOnlyList<AskedId> Resolved(string name, IReadOnlyList<AskedId> asked) =>
        TakesNames ? _resolver.FindAll(name, asked) : asked;

    /// <inheritdoc cref="IdResolver.Find"/>
    internal string? IdFor(string parameter, string? idOrName) => _resolver.Find(parameter, idOrName);

    /// <summary>The ids that are meant by the values of a filter. Without them nothing can work.</summary>
    private protected string[]? IdsFor(string parameter, string[]? idsOrNames)
    {
        string[]? ids = idsOrNames;
        OrTerminate(idsOrNames, () => ids = idsOrNames?.Select(one => IdFor(parameter, one) ?? "").ToArray());
        return ids;
    }

    /// <summary>
    /// Starts a request for one input now and writes its result in its turn: the order of the output, errors included,
    /// is the order of the input. Few enough are under way to stop quickly.
    /// </summary>
    internal void Prefetch<T>(
        object? target, Func<CancellationToken, Task<T>> start, Action<T> write, string? noun = null) =>
        _ahead.Add(target, start, write, noun);

    private void Resolve()
    {
        if (!_isResolved)
        {
            _isResolved = true;
            ResolveFilters();
        }
    }

    /// <summary>Writes what <see cref="Prefetch"/> still has under way.</summary>
    private protected void FlushAhead() => _ahead.Flush();

    /// <summary>Works on the inputs that still wait for the lookup of their addresses.</summary>
    private protected void ReleaseInputs() => _held.Release();

    /// <summary>Writes a row, at most as many as wanted.</summary>
    /// <returns>Whether more rows are wanted.</returns>
    private protected bool WriteUpTo<T>(T row, int? first, Action<T> write) => _rows.Write(row, first, write);
}
