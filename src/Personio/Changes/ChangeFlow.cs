using System.Globalization;

namespace Personio;

/// <summary>
/// How a cmdlet changes something: it asks, sends, and writes what was made before anything else happens. Where the
/// pipeline is stopped in between, the host says what was done.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="service">The name of the service, for messages.</param>
internal sealed class ChangeFlow(PersonioCmdletBase command, string service)
{
    // Each of them took all its tries, which is a minute or more: by then it is not a hiccup.
    private const int MostLost = 3;

    private LoggedChange _change = new("Change", service);
    private int _made;
    private int _lost;

    /// <summary>Asks, with <c>-Confirm</c>, and tells, with <c>-WhatIf</c>, before something is changed.</summary>
    /// <param name="target">What is changed, for whoever decides: names are welcome.</param>
    /// <param name="action">What is done to it.</param>
    /// <param name="logged">What is changed, for the verbose stream and logs: kinds and ids, nothing else.</param>
    /// <param name="loggedAction">What is done, where the action itself names more than that.</param>
    public bool MayChange(string target, string action, string logged, string? loggedAction = null)
    {
        _change = new LoggedChange(loggedAction ?? action, logged);
        return Confirmation.Ask(command, target, action, _change);
    }

    /// <summary>
    /// Sends a change and waits for its answer. Messages wait until the output is written, so that no preference such as
    /// <c>-WarningAction Stop</c> can come between.
    /// </summary>
    /// <param name="send">Sends the change.</param>
    /// <param name="idOf">The id of what was made; null where it has none.</param>
    public T Commit<T>(Func<CancellationToken, Task<T>> send, Func<T, string?> idOf)
    {
        Task<T> task = send(command.StopToken);
        try
        {
            command.WaitFor(task, tells: true);
            T made = command.Result(task);
            _made++;
            _lost = 0;
            return made;
        }
        catch (Exception fault) when (fault is not PersonioException)
        {
            if (task.IsCompletedSuccessfully)
            {
                StoppedChange.TellDone(command.Host, _change, idOf(task.Result));
            }
            else if (task.Exception?.InnerException is not PersonioException { OutcomeUnknown: false })
            {
                StoppedChange.TellUnknown(command.Host, _change);
            }

            throw;
        }
    }

    /// <summary>
    /// Counts a failed input. An import that runs into an outage is ended: a thousand rows would take hours to fail one by
    /// one.
    /// </summary>
    /// <param name="fault">Why the input failed.</param>
    /// <returns>The error that ends the cmdlet; null where it goes on.</returns>
    public PersonioException? OutageAfter(PersonioException fault)
    {
        bool isLost = fault.Kind is ErrorKind.ServiceUnavailable or ErrorKind.ConnectionFailed or ErrorKind.TimedOut;
        _lost = isLost ? _lost + 1 : 0;
        return _lost < MostLost
            ? null
            : new PersonioException(
                fault.Kind,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Stopped: {MostLost} inputs in a row failed after all their tries, so {service} or the network is down. "
                    + $"Changes made before: {_made}. Each failed input has an error of its own, which says whether its outcome "
                    + $"is unknown; the inputs after them were not sent."));
    }

    /// <summary>Waits, after a change, for what completes its output.</summary>
    /// <param name="id">The id of what was made or changed; null where it is not known.</param>
    /// <param name="call">Gets what completes it.</param>
    public T Follow<T>(string? id, Func<CancellationToken, Task<T>> call)
    {
        Task<T> task = call(command.StopToken);
        try
        {
            command.WaitFor(task, tells: false);
            return command.Result(task);
        }
        catch (Exception fault) when (fault is not PersonioException)
        {
            StoppedChange.TellDone(command.Host, _change, id);
            throw;
        }
    }
}
