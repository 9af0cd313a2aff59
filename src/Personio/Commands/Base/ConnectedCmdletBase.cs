using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>The base of the cmdlets that talk to Personio: the session, and requests that run ahead of the output.
/// </summary>
public abstract class ConnectedCmdletBase : PersonioCmdletBase
{
    private readonly RequestLane _ahead;
    private readonly WorkSession _work;
    private readonly HeldInputs _held;
    private int _written;
    private CompanyIds? _ids;

    private HashSet<string> _named = [];

    private protected ConnectedCmdletBase() =>
        (_ahead, _work, _held) = (new RequestLane(this), new WorkSession(this), new HeldInputs(this));

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

    /// <summary>Whose the e-mail addresses are that were given in place of ids.</summary>
    internal PersonIds Persons => field ??= new PersonIds(this);

    /// <summary>The parameter set of the input that the engine has bound.</summary>
    internal string BoundSet => base.ParameterSetName;

    /// <summary>The parameter set of the input that is worked on.</summary>
    private protected new string ParameterSetName => _held.ParameterSet ?? base.ParameterSetName;

    /// <summary>Whether the input that is worked on was held back, and is not a new one.</summary>
    private protected bool IsHeld => _held.ParameterSet is not null;

    /// <summary>The session that this cmdlet works in. Without a usable one the cmdlet ends with an error.</summary>
    private protected PersonioSession SessionInUse
    {
        get
        {
            PersonioSession? session = _work.Session;
            if (session is not { IsConnected: true })
            {
                // Whoever is not connected may have called the Connect-Personio of the other module.
                WarnOfNamesake();
                ThrowTerminatingError(session is null ? Errors.NotConnected() : Errors.Disconnected(session));
            }

            return session!;
        }
    }

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
        _named = [.. MyInvocation.BoundParameters.Keys];
        if (NeedsSession && (Session is not null || !MyInvocation.ExpectingInput))
        {
            _ = Client;
        }
    }

    /// <summary>Works on the input, or lets it wait until its addresses are looked up.</summary>
    protected sealed override void ProcessRecord()
    {
        if (!_held.Take())
        {
            ProcessOne();
        }
    }

    /// <summary>Whether a parameter was bound before the pipeline began.</summary>
    internal bool IsBoundByName(string parameter) => _named.Contains(parameter);

    /// <summary>Settles the session for a request before an input is worked on, where that can be done.</summary>
    internal bool TrySettle()
    {
        try
        {
            _work.Follow(_work.Input);
        }
        catch (PersonioException)
        {
            // Comes again, and is told, when the input has its turn.
            return false;
        }

        _ = Client;
        return true;
    }

    /// <summary>Settles the session, then works on the input.</summary>
    internal void ProcessOne()
    {
        object? input = _work.Input;
        if (TryRun(input, () => Accept(input)))
        {
            _ = NeedsSession ? Client : null;
            SeeInput(input);
            ProcessInput();
        }
    }

    private void Accept(object? input)
    {
        CheckInput();
        if (NeedsSession)
        {
            _work.Follow(input);
        }
        else
        {
            _work.FollowIfPossible(input);
        }
    }

    /// <summary>Refuses an input whose values cannot be meant, before anything is done with it.</summary>
    /// <exception cref="PersonioException">One of them cannot.</exception>
    private protected virtual void CheckInput()
    {
    }

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
    /// <returns>
    /// Null where neither ids nor input were given. None where an object of this module is piped to a cmdlet that
    /// reads, and refers to nothing.
    /// </returns>
    private protected IReadOnlyList<AskedId>? Asked(string[]? ids, PSObject? piped, string name)
    {
        if (ids is not null && !IsOfOther(ids, piped, name))
        {
            return Resolved(name, ids.Select(id => new AskedId((id ?? "").Trim(), (object?)piped ?? id ?? "")));
        }

        if (PipelineInput.Id(piped) is { } text)
        {
            return Resolved(name, [new AskedId(text.Trim(), piped!.BaseObject)]);
        }

        // A period without a project is not a mistake of whoever asks for the projects of periods.
        if (IsReference(piped) && piped!.Properties[name] is { Value: null })
        {
            return [];
        }

        // A variable that is not set must not mean everybody.
        bool isNothing = piped is null
            && (MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(name));
        if (piped is null && !isNothing)
        {
            return null;
        }

        WriteError(Errors.CreateRecord(
            PersonioException.Invalid(isNothing
                ? $"The {name} given is null: check the variable or what was piped."
                : piped!.Properties[name] is null
                    ? $"{MyInvocation.MyCommand.Name} cannot use a piped {piped.TypeNames[0]}: it has no property "
                        + $"{name}."
                    : $"The {name} of the piped {piped.TypeNames[0]} is null."),
            Noun,
            piped));
        return [];
    }

    /// <summary>
    /// The id that is meant by the value of a parameter that takes an id: the id itself, a name, or the e-mail address of
    /// a person.
    /// </summary>
    /// <exception cref="PersonioException">
    /// Nothing has the name or address, several have it, or it cannot be looked up.
    /// </exception>
    private protected string? IdFor(string parameter, string? idOrName) =>
        PersonIds.IsAddress(idOrName) && _held.TakesPersons(parameter)
            ? Persons.Of(idOrName!.Trim())
            : (_ids ??= new CompanyIds(this)).Of(parameter, idOrName);

    /// <summary>The ids that are meant by the values of a filter. Without them nothing can work.</summary>
    private protected string[]? IdsFor(string parameter, string[]? idsOrNames)
    {
        string[]? ids = idsOrNames;
        OrTerminate(idsOrNames, () => ids = idsOrNames?.Select(one => IdFor(parameter, one) ?? "").ToArray());
        return ids;
    }

    /// <summary>Says that neither an id nor an input was given; no ids follow.</summary>
    private protected IReadOnlyList<AskedId> Nothing(string? whose = null)
    {
        WriteError(Errors.CreateRecord(
            PersonioException.Invalid($"Specify -{whose ?? Noun}Id, or pipe objects that carry it."), Noun, null));
        return [];
    }

    /// <summary>
    /// Starts a request for one input now and writes its result in its turn: the order of the output, errors included,
    /// is the order of the input. Few enough are under way to stop quickly.
    /// </summary>
    internal void Prefetch<T>(
        object? target, Func<CancellationToken, Task<T>> start, Action<T> write, string? noun = null) =>
        _ahead.Add(target, start, write, noun);

    /// <summary>Writes what <see cref="Prefetch"/> still has under way.</summary>
    private protected void FlushAhead() => _ahead.Flush();

    /// <summary>Works on the inputs that still wait for the lookup of their addresses.</summary>
    private protected void ReleaseInputs() => _held.Release();

    /// <summary>Writes a row, at most as many as wanted.</summary>
    /// <returns>Whether more rows are wanted.</returns>
    private protected bool WriteUpTo<T>(T row, int? first, Action<T> write)
    {
        if (_written < (first ?? int.MaxValue))
        {
            _written++;
            write(row);
        }

        return _written < (first ?? int.MaxValue);
    }

    /// <summary>The first and the last day of a month where one is given; else the days that are given.</summary>
    private protected (DateTime? From, DateTime? To) WholeMonth(DateTime? month, DateTime? from, DateTime? to)
    {
        if (month is not { } first)
        {
            return (from, to);
        }

        if (from is not null || to is not null)
        {
            ThrowTerminatingError(Errors.CreateRecord(
                PersonioException.Invalid("-Month cannot be combined with -From or -To."),
                Noun,
                first));
        }

        return (first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1));
    }

    /// <summary>Refuses a span of days that ends before it begins.</summary>
    private protected void CheckSpan(DateTime? from, DateTime? to)
    {
        if (from?.Date > to?.Date)
        {
            ThrowTerminatingError(Errors.CreateRecord(
                PersonioException.Invalid(FormattableString.Invariant(
                    $"-From {from:yyyy-MM-dd} is after -To {to:yyyy-MM-dd}: swap them.")),
                Noun,
                from));
        }
    }

    // What is read is what an object refers to; what is changed or removed has to be named.
    private bool IsReference(PSObject? piped) =>
        MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.Get }
        && PipelineInput.IsOurs(piped);

    /// <summary>
    /// The ids that are meant. What cannot be resolved is one error, and the others go on; that of a person comes in the
    /// turn of its input.
    /// </summary>
    private protected IReadOnlyList<AskedId> Resolved(string name, IEnumerable<AskedId> asked)
    {
        var resolved = new List<AskedId>();
        foreach (AskedId one in asked)
        {
            if (_held.TakesPersons(name))
            {
                resolved.Add(ResolvedPerson(name, one));
            }
            else
            {
                TryRun(
                    one.Target, () => resolved.Add(TakesNames ? one with { Id = IdFor(name, one.Id) ?? "" } : one));
            }
        }

        return resolved;
    }

    private AskedId ResolvedPerson(string name, AskedId asked)
    {
        try
        {
            return asked with { Id = IdFor(name, asked.Id) ?? "" };
        }
        catch (PersonioException fault)
        {
            return asked with { Id = "", Fault = fault };
        }
    }

    // The alias Id binds the id of any object of this module. It has to be the right kind: the number of a cost center
    // is also that of some project.
    private bool IsOfOther(string[] ids, PSObject? piped, string name) =>
        (PipelineInput.Is<ApiObject>(piped) || PipelineInput.Is<Employee>(piped))
        && !NamesOf(name).Any(known => piped!.Properties[known]?.Value is not null)
        && ids is [{ } id]
        && piped!.Properties["Id"]?.Value?.ToString() == id;

    // Under which a property names the same as a parameter: all but Id, which names what the object itself is, and
    // Email, which companies and applicants have as well.
    private IEnumerable<string> NamesOf(string parameter) =>
        MyInvocation.MyCommand.Parameters.TryGetValue(parameter, out ParameterMetadata? known)
            ? known.Aliases.Where(alias => alias is not ("Id" or "Email")).Prepend(parameter)
            : [parameter];
}
