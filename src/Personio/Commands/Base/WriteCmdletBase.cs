using System.Management.Automation;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets that make and change objects: one piece of work for each input, and only what was given is
/// sent.
/// </summary>
public abstract class WriteCmdletBase : ChangeCmdletBase
{
    // What was made is told no later than this after it was.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private HashSet<string> _typed = [];

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get;
        set
        {
            field = value;
            Offered += value is null || IsHeld ? 0 : 1;
        }
    }

    /// <summary>
    /// How many objects came through the pipeline. The engine binds the object first, so this counts those as well
    /// whose other values could not be bound and that never became an input.
    /// </summary>
    private protected int Offered { get; private set; }

    // The engine makes them anew for each who asks.
    private Dictionary<string, ParameterMetadata> Known => field ??= MyInvocation.MyCommand.Parameters;

    private string[] WallClockNames => field ??=
    [
        .. Known.Values.Where(one => one.Attributes.OfType<DayTransformationAttribute>().Any())
            .Select(one => one.Name),
    ];

    /// <summary>Notes what was typed, before the pipeline binds the rest.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _typed = [.. MyInvocation.BoundParameters.Keys];
    }

    /// <inheritdoc/>
    private protected override void CheckInput()
    {
        if (InputObject is { } row)
        {
            foreach (string name in WallClockNames.Where(name => !IsTyped(name)))
            {
                DateInput.RefuseLocal(name, CellOf(row, name));
            }
        }
    }

    /// <summary>Whether a value was typed, and did not come with the input.</summary>
    private protected bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>
    /// Whether a value is to be sent: it was typed, or it stands in a filled cell of a row. What an object of this
    /// module carries is there already.
    /// </summary>
    private protected bool IsGiven(string parameter) =>
        _typed.Contains(parameter)
        || (InputObject is not null
            && !PipelineInput.Is<ApiObject>(InputObject)
            && CellOf(InputObject, parameter) is { } cell
            && !string.IsNullOrWhiteSpace(cell.ToString()));

    /// <summary>
    /// Whether an empty value is one that somebody may have forgotten, as in a cell of a CSV file. $null that was typed
    /// is meant, and so is what an object has that is copied.
    /// </summary>
    /// <typeparam name="TCopied">The type of the objects that can be copied.</typeparam>
    private protected bool MayBeForgotten<TCopied>(string parameter) =>
        !_typed.Contains(parameter) && !PipelineInput.Is<TCopied>(InputObject);

    /// <summary>The values that are given of an object that is changed, for whoever decides.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="identities">The parameters that say which object is meant, and change nothing.</param>
    private protected ChangedValues Given(Type type, params string[] identities) => ChangedValues.From(
        this,
        type,
        Known.Keys.Where(name => name is not (nameof(InputObject) or nameof(Session)) && !identities.Contains(name)
            && GetType().GetProperty(name) is not null && IsGiven(name)));

    /// <summary>Whether somebody is asked before each change.</summary>
    private protected bool IsAsked => MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm)
        && LanguagePrimitives.IsTrue(confirm);

    /// <summary>A body with the given members only.</summary>
    private protected ChangeBody Body() => new(IsGiven);

    /// <summary>Refuses a change of nothing, which is a mistake.</summary>
    private protected void RefuseEmpty(ChangeBody body, string id)
    {
        if (body.IsEmpty)
        {
            throw PersonioException.Invalid(
                $"Nothing to change for {NounInWords} {id}. Specify at least one property.");
        }
    }

    /// <summary>What the errors of this input are about: the piped object, else its id.</summary>
    private protected object TargetOr(object id) => (object?)InputObject ?? id;

    /// <summary>
    /// Writes what was made, before anything else is sent. Personio answers with the id alone; then the object is read,
    /// and where that fails, or takes long, the object with its id stands for it: it is made, so that is not an error.
    /// </summary>
    /// <param name="made">The answer of the service, completed with what was sent.</param>
    /// <param name="isWhole">Whether the answer was the whole object.</param>
    /// <param name="read">The request that reads the object.</param>
    /// <param name="write">Writes the object.</param>
    private protected void WriteMade<T>(T made, bool isWhole, Func<ApiRequest> read, Action<T> write)
        where T : ApiObject =>
        write(isWhole ? made : Follow(IdOf(made), token => ReadOrAsync(made, read, token)));

    /// <summary>Sends a change. Where the object is wanted back it is read after that.</summary>
    /// <param name="id">The id of the object.</param>
    /// <param name="change">The request that changes the object.</param>
    /// <param name="read">The request that reads it; null where it is not wanted.</param>
    /// <param name="write">Writes the object.</param>
    /// <param name="subject">The object in words, for its error; null where its noun and id say all.</param>
    /// <param name="explain">What is known here of a refusal, as a sentence after a space.</param>
    private protected void SendChange<T>(
        string id, ApiRequest change, ApiRequest? read, Action<T> write, string? subject = null,
        Func<PersonioException, string>? explain = null)
        where T : ApiObject
    {
        Change(
            subject ?? $"The {NounInWords} {id}",
            "was not changed",
            token => Client.SendAsync(change, token),
            explain);
        if (read is not null)
        {
            write(Follow(id, token => Client.GetAsync<T>(read, token)));
        }
    }

    // Of the column that the engine binds: the one called like the parameter, else the first called like an alias.
    private object? CellOf(PSObject row, string parameter) => Known[parameter].Aliases
        .Prepend(parameter)
        .Select(name => row.Properties[name])
        .FirstOrDefault(column => column is not null)?.Value;

    private async Task<T> ReadOrAsync<T>(T made, Func<ApiRequest> read, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            return await Client.GetAsync<T>(read(), patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Verbose($"It was created, but reading it back took longer than {s_patience.TotalSeconds} s.");
            return made;
        }
        catch (PersonioException fault)
        {
            Log.Verbose($"It was created, but could not be read back ({fault.Kind}).");
            return made;
        }
    }
}
