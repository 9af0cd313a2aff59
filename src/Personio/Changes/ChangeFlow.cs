using System.Globalization;

namespace Personio;

/// <summary>
/// Runs the changes of a cmdlet: it confirms, sends, and lets the cmdlet write the result before anything else happens.
/// If the pipeline is stopped in between, the host shows what was changed.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="service">The name of the service, for messages.</param>
internal sealed class ChangeFlow(PersonioCmdletBase command, string service)
{
    // Each of these inputs used up all its attempts, which takes a minute or more: by then it is not a brief outage.
    private const int MaxUnreachable = 3;

    private LoggedChange _change = new("Change", service);
    private int _changed;
    private int _unreachable;

    /// <summary>
    /// Asks for confirmation with <c>-Confirm</c>, or describes the change with <c>-WhatIf</c>, before it is made.
    /// </summary>
    /// <param name="target">The object to change, as shown to the user: may contain names.</param>
    /// <param name="action">The operation.</param>
    /// <param name="logged">The object to change, for the verbose stream and logs: only kinds and IDs.</param>
    /// <param name="loggedAction">The operation for logs, if <paramref name="action"/> contains more than that.</param>
    public bool Confirm(string target, string action, string logged, string? loggedAction = null)
    {
        _change = new LoggedChange(loggedAction ?? action, logged);
        return Confirmation.Request(command, target, action, _change);
    }

    /// <summary>
    /// Sends a change and waits for its response. Messages are held back until the output is written, so that no
    /// preference such as <c>-WarningAction Stop</c> can interrupt in between.
    /// </summary>
    /// <param name="send">Sends the change.</param>
    /// <param name="idOf">Returns the ID of the new object; null if it has none.</param>
    public T Commit<T>(Func<CancellationToken, Task<T>> send, Func<T, string?> idOf)
    {
        Task<T> task = send(command.StopToken);
        try
        {
            command.WaitFor(task, showsProgress: true);
            T created = command.Result(task);
            _changed++;
            _unreachable = 0;
            return created;
        }
        catch (Exception fault) when (fault is not PersonioException)
        {
            if (task.IsCompletedSuccessfully)
            {
                StoppedChange.ReportDone(command.Host, _change, idOf(task.Result));
            }
            else if (task.Exception?.InnerException is not PersonioException { OutcomeUnknown: false })
            {
                StoppedChange.ReportUnknown(command.Host, _change);
            }

            throw;
        }
    }

    /// <summary>
    /// Counts a failed input. An outage ends an import: a thousand rows would take hours to fail one by one.
    /// </summary>
    /// <param name="fault">Why the input failed.</param>
    /// <returns>The error that ends the cmdlet; null to continue.</returns>
    public PersonioException? OutageAfter(PersonioException fault)
    {
        bool isLost = fault.Kind is ErrorKind.ServiceUnavailable or ErrorKind.ConnectionFailed or ErrorKind.TimedOut;
        _unreachable = isLost ? _unreachable + 1 : 0;
        return _unreachable < MaxUnreachable
            ? null
            : new PersonioException(
                fault.Kind,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Stopped: {MaxUnreachable} inputs in a row failed after all their tries, so {service} or the "
                    + $"network is down. Changes made before: {_changed}. Each failed input has an error of its own, "
                    + $"which says whether its outcome is unknown; the inputs after them were not sent."));
    }

    /// <summary>After a change, waits for a request that completes its output.</summary>
    /// <param name="id">The ID of the created or changed object; null if it is unknown.</param>
    /// <param name="call">Sends that request.</param>
    public T FollowUp<T>(string? id, Func<CancellationToken, Task<T>> call)
    {
        Task<T> task = call(command.StopToken);
        try
        {
            command.WaitFor(task, showsProgress: false);
            return command.Result(task);
        }
        catch (Exception fault) when (fault is not PersonioException)
        {
            StoppedChange.ReportDone(command.Host, _change, id);
            throw;
        }
    }
}
