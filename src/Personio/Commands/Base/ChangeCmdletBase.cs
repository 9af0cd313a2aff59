using System.Globalization;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The base of the cmdlets that change something. What was made is written before anything else happens: before the next
/// change, the next error and the end of the pipeline. Where the pipeline is stopped in between, the host says it.
/// </summary>
public abstract class ChangeCmdletBase : ConnectedCommand
{
    // Each of them took all its tries, which is a minute or more: by then it is no hiccup.
    private const int MostLost = 3;

    private LoggedChange _change = new("Change", "Personio");
    private int _made;
    private int _lost;

    /// <summary>Asks, with <c>-Confirm</c>, and tells, with <c>-WhatIf</c>, before something is changed.</summary>
    /// <param name="target">What is changed, for whoever decides: names are welcome.</param>
    /// <param name="action">What is done to it.</param>
    /// <param name="logged">What is changed, for the verbose stream and logs: kinds and ids, nothing else.</param>
    /// <param name="loggedAction">What is done, where the action itself names more than that.</param>
    private protected bool MayChange(string target, string action, string logged, string? loggedAction = null)
    {
        _change = new LoggedChange(loggedAction ?? action, logged);
        return Consent.Ask(this, target, action, _change);
    }

    /// <summary>
    /// Sends a change and waits for its answer. Messages wait until the output is written, so that no preference such as
    /// <c>-WarningAction Stop</c> can come between.
    /// </summary>
    private protected T Commit<T>(Func<CancellationToken, Task<T>> send)
    {
        Task<T> task = send(StopToken);
        try
        {
            WaitFor(task, tells: true);
            T made = Result(task);
            _made++;
            _lost = 0;
            return made;
        }
        catch (Exception fault) when (fault is not PersonioException)
        {
            if (task.IsCompletedSuccessfully)
            {
                StoppedChange.TellDone(Host, _change, IdOf(task.Result));
            }
            else if (task.Exception?.InnerException is not PersonioException { OutcomeUnknown: false })
            {
                StoppedChange.TellUnknown(Host, _change);
            }

            throw;
        }
    }

    /// <summary>Sends a change whose answer has no more to say than that it was made.</summary>
    private protected void Commit(Func<CancellationToken, Task> send) => Commit(async token =>
    {
        await send(token).ConfigureAwait(false);
        return true;
    });

    /// <summary>Ends an import that runs into an outage: a thousand rows would take hours to fail one by one.</summary>
    private protected override void AfterError(PersonioException fault)
    {
        bool isLost = fault.Kind is ErrorKind.ServiceUnavailable or ErrorKind.ConnectionFailed or ErrorKind.TimedOut;
        _lost = isLost ? _lost + 1 : 0;
        if (_lost < MostLost)
        {
            return;
        }

        BeforeError();
        ThrowTerminatingError(Errors.Of(
            new PersonioException(
                fault.Kind,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Stopped: {MostLost} inputs in a row failed after all their tries, so Personio or the network is "
                    + $"down. Changes made before: {_made}. Each failed input has an error of its own, which says "
                    + $"whether its outcome is unknown; the inputs after them were not sent.")),
            Noun,
            null));
    }

    /// <summary>Sends a change. Its error says whose and what it was, not only what Personio answered.</summary>
    /// <param name="subject">The object in words, with the id of its person.</param>
    /// <param name="deed">What was not done, for example <c>was not created</c>.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="explain">What is known here of a refusal, as a sentence after a space.</param>
    private protected T Change<T>(
        string subject, string deed, Func<CancellationToken, Task<T>> send,
        Func<PersonioException, string>? explain = null)
    {
        try
        {
            return Commit(send);
        }
        catch (PersonioException fault)
        {
            throw fault.About(fault.OutcomeUnknown ? $"{subject}:" : $"{subject} {deed}.{explain?.Invoke(fault)}");
        }
    }

    /// <summary>Sends a change that has no result.</summary>
    private protected void Change(
        string subject, string deed, Func<CancellationToken, Task> send,
        Func<PersonioException, string>? explain = null) => Change(
            subject,
            deed,
            async token =>
            {
                await send(token).ConfigureAwait(false);
                return true;
            },
            explain);

    /// <summary>Waits, after a change, for what completes its output.</summary>
    /// <param name="id">The id of what was made or changed; null where it is not known.</param>
    /// <param name="call">Gets what completes it.</param>
    private protected T Follow<T>(string? id, Func<CancellationToken, Task<T>> call)
    {
        Task<T> task = call(StopToken);
        try
        {
            WaitFor(task, tells: false);
            return Result(task);
        }
        catch (Exception fault) when (fault is not PersonioException)
        {
            StoppedChange.TellDone(Host, _change, id);
            throw;
        }
    }

    /// <summary>The id of an object; null where it has none.</summary>
    private protected static string? IdOf(object? item) => (item as ApiObject)?.GetId();
}
