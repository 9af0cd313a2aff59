using System.Management.Automation;
using Personio.Completers;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio;

/// <summary>The base of the cmdlets that talk to PingOne: the session, and requests sent ahead of the output.</summary>
public abstract class PingOneCmdletBase : PersonioCmdletBase
{
    private readonly RequestQueue _queue;
    private readonly RowLimit _rows = new();

    private protected PingOneCmdletBase() => _queue = new RequestQueue(this);

    /// <summary>
    /// The session to use: a session object or its name. Default: the current PingOne session of the runspace.
    /// </summary>
    [Parameter]
    [PingOneSessionTransformation]
    [ArgumentCompleter(typeof(PingOneSessionNameCompleter))]
    [ValidateNotNull]
    public PingOneSession? Session { get; set; }

    /// <summary>
    /// The client for the session that this cmdlet uses. If none is usable, the cmdlet ends with an error.
    /// </summary>
    internal PingOneClient Client => field ??= new PingOneClient(SessionInUse, Log);

    /// <summary>Makes changes in PingOne.</summary>
    private protected ChangeFlow Flow => field ??= new ChangeFlow(this, "PingOne");

    /// <summary>The session that this cmdlet uses. If none is usable, the cmdlet ends with an error.</summary>
    internal PingOneSession SessionInUse
    {
        get
        {
            PingOneSession? session = Session ?? SessionTable<PingOneSession>.InRunspace.Current;
            if (session is not { IsConnected: true })
            {
                ThrowTerminatingError(session is null
                    ? Errors.NotConnectedToPingOne()
                    : Errors.Disconnected(session, "Connect-PingOne"));
            }

            return session!;
        }
    }

    /// <summary>
    /// Returns the IDs of the users in one input. A user name is an error that shows how to find the user.
    /// </summary>
    private protected IEnumerable<RequestedId> Users(string[]? userId, PSObject? piped)
    {
        foreach (RequestedId asked in new IdInput(this).Require(userId, piped, "UserId"))
        {
            if (Guid.TryParseExact(asked.Id, "D", out _))
            {
                yield return asked;
                continue;
            }

            TryRun(asked.Target, () => throw PersonioException.Invalid(
                $"'{asked.Id}' is not the id of a user: ids of PingOne are UUIDs. To find a user by name, run "
                + $"Get-PingOneUser -UserName '{asked.Id}' | {MyInvocation.MyCommand.Name}."));
        }
    }

    /// <summary>Fails immediately if there is no session, rather than on the first input.</summary>
    protected override void BeginProcessing() => _ = Client;

    /// <summary>Writes pending results. Overrides call this last.</summary>
    protected override void EndProcessing()
    {
        _queue.Flush();
        EndProgress();
    }

    /// <summary>
    /// Starts a request for one input now and writes its result in turn: output and errors keep the order of the input.
    /// </summary>
    private protected void Enqueue<T>(object? target, Func<CancellationToken, Task<T>> start, Action<T> write) =>
        _queue.Add(target, start, write);

    /// <summary>Writes the pending results of <see cref="Enqueue"/>.</summary>
    private protected void FlushQueue() => _queue.Flush();

    /// <summary>Writes the rows of a listing, up to the maximum number.</summary>
    private protected void WriteRows<T>(
        IAsyncEnumerable<T> rows, int? first, Func<T, object?> shape, Func<T, bool>? isWanted = null) =>
        _ = Enumerate(rows).Where(isWanted ?? (_ => true))
            .All(row => _rows.Write(row, first, wanted => WriteObject(shape(wanted))));

    private protected override PersonioException? OutageAfter(PersonioException fault) => Flow.OutageAfter(fault);
}
