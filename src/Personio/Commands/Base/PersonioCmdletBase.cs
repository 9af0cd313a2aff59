using System.Management.Automation;
using System.Reflection;

namespace Personio;

/// <summary>
/// The base of all cmdlets. The client is asynchronous but cmdlets are not: they wait here, on the pipeline thread, and
/// write the client's messages meanwhile. Ctrl+C ends every wait.
/// </summary>
public abstract class PersonioCmdletBase : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PipelineLog _log = new();
    private readonly ProgressReporter _progress;
    private readonly PipelineWait _wait;

    private protected PersonioCmdletBase()
    {
        _progress = new ProgressReporter(this, () => WorkDone);
        _wait = new PipelineWait(this, _log, _progress, _stop);
    }

    internal IActivityLog Log
    {
        get
        {
            _log.IsVerboseEnabled = VerboseStream.IsInUse(this);
            return _log;
        }
    }

    internal CancellationToken StopToken => _stop.Token;

    /// <summary>
    /// How much work is done and how much there is in total; null if the total is not known, or not yet.
    /// </summary>
    private protected virtual (long Done, long Total)? WorkDone => null;

    private CmdletAttribute? Declaration => field ??= GetType().GetCustomAttribute<CmdletAttribute>();

    private bool IsChange => Declaration is { SupportsShouldProcess: true };

    // AbsencePeriod for Get-PersonioAbsencePeriod, even if Import-Module -Prefix renamed the cmdlet.
    internal string Noun => field ??= Declaration?
        .NounName.Replace("Personio", "", StringComparison.Ordinal)
        .Replace("PingOne", "", StringComparison.Ordinal) ?? "Object";

    // "absence period", for messages.
    internal string NounInWords => string.Concat(Noun.Select((letter, i) =>
        i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Warns, once per runspace, about another module that exports Connect-Personio.</summary>
    internal void WarnOfCommandConflict()
    {
        if (CommandConflict.Warning() is { } text)
        {
            WriteWarning(text);
        }
    }

    /// <summary>Writes a warning on one line, so that a name in it cannot pose as further output.</summary>
    internal new void WriteWarning(string text) => base.WriteWarning(PlainText.OneLine(text));

    /// <summary>Cancels pending work.</summary>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Cancels pending work and releases resources.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();
            _stop.Dispose();
            _log.Dispose();
        }
    }

    /// <summary>Waits for a result.</summary>
    internal T Await<T>(Func<CancellationToken, Task<T>> call) =>
        Await(new ValueTask<T>(call(_stop.Token)));

    /// <summary>Blocked: it would write the target, which contains names, to the verbose stream.</summary>
    [Obsolete("Use MayChange.", error: true)]
    private protected new bool ShouldProcess(string target, string action) => throw new NotSupportedException();

    /// <summary>Waits for a result. A completed result is returned without waiting.</summary>
    internal T Await<T>(ValueTask<T> pending)
    {
        if (pending.IsCompletedSuccessfully)
        {
            WriteMessages();
            return pending.GetAwaiter().GetResult();
        }

        Task<T> task = pending.AsTask();
        WaitFor(task, showsProgress: true);
        WriteMessages();
        return Result(task);
    }

    /// <summary>Waits for an operation without a result.</summary>
    private protected void Await(Func<CancellationToken, Task> call) => Await(async token =>
    {
        await call(token).ConfigureAwait(false);
        return true;
    });

    /// <summary>
    /// Turns a stream into a <c>foreach</c>. Leaving the loop, including through <c>Select-Object -First</c>, ends the
    /// stream.
    /// </summary>
    internal IEnumerable<T> Enumerate<T>(IAsyncEnumerable<T> source)
    {
        IAsyncEnumerator<T> rows = source.GetAsyncEnumerator(_stop.Token);
        try
        {
            while (Await(rows.MoveNextAsync()))
            {
                ReportProgress();
                yield return rows.Current;
            }
        }
        finally
        {
            // Not Await: nothing may be written after a stop, but the stream must still be disposed.
            rows.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Runs work that everything else depends on: a failure ends the cmdlet.</summary>
    private protected void RunOrTerminate(object? target, Action body)
    {
        try
        {
            body();
        }
        catch (PersonioException fault)
        {
            WriteMessages();
            ThrowTerminatingError(Errors.CreateRecord(fault, Noun, target));
        }
    }

    /// <summary>
    /// Runs the work of one input: a failure becomes one error record, and processing continues with the next input. If
    /// nothing further can work, the error ends the cmdlet.
    /// </summary>
    /// <returns>True if it succeeded.</returns>
    internal bool TryRun(object? target, Action body, string? noun = null)
    {
        try
        {
            body();
            return true;
        }
        catch (PersonioException fault)
        {
            WriteMessages();
            ErrorRecord record = Errors.CreateRecord(fault, noun ?? Noun, target);
            if (IsLast(fault))
            {
                BeforeError();
            }

            if (fault.Kind is ErrorKind.AuthenticationFailed or ErrorKind.NotConnected)
            {
                ThrowTerminatingError(record);
            }

            WriteError(record);
            AfterError(fault);
            return false;
        }
    }

    /// <summary>Ends a bulk change during an outage: a thousand rows would take hours to fail one by one.</summary>
    private protected void AfterError(PersonioException fault)
    {
        if (IsChange && OutageAfter(fault) is { } outage)
        {
            BeforeError();
            ThrowTerminatingError(Errors.CreateRecord(outage, Noun, null));
        }
    }

    /// <summary>The error of an outage if this failure makes one certain; otherwise null.</summary>
    private protected virtual PersonioException? OutageAfter(PersonioException fault) => null;

    /// <summary>Writes pending output before an error that ends the cmdlet.</summary>
    private protected virtual void BeforeError()
    {
    }

    private bool IsLast(PersonioException fault) =>
        fault.Kind is ErrorKind.AuthenticationFailed or ErrorKind.NotConnected
        || (MyInvocation.BoundParameters.GetValueOrDefault("ErrorAction") ?? GetVariableValue("ErrorActionPreference"))
            ?.ToString() == nameof(ActionPreference.Stop);

    /// <summary>Records that another row or response has arrived.</summary>
    internal void ReportProgress()
    {
        _progress.Count++;
        _wait.ShowProgress();
    }

    /// <summary>Removes the progress display.</summary>
    internal void EndProgress() => _progress.End();

    /// <summary>Shows the progress of work whose total is known.</summary>
    internal void ShowProgress(long done, long total)
    {
        (_progress.Count, _progress.Total) = (done, total);
        _wait.ShowProgress();
    }

    /// <inheritdoc cref="PipelineWait.Result"/>
    internal T Result<T>(Task<T> task) => _wait.Result(task);

    /// <inheritdoc cref="PipelineWait.WaitFor"/>
    internal void WaitFor(Task task, bool showsProgress) => _wait.WaitFor(task, showsProgress);

    /// <inheritdoc cref="PipelineWait.WriteMessages"/>
    private protected void WriteMessages() => _wait.WriteMessages();
}
