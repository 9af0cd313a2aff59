using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.PingOne;

namespace Personio.Completers;

/// <summary>
/// Completes populations, groups and attributes from what the session knows; it reads what it does not know yet in the
/// background and never keeps a key press waiting for long.
/// </summary>
public abstract class PingOneDirectoryCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.SessionOf<PingOneSession>(commandAst, fakeBoundParameters) is { IsConnected: true } session
            ? Completion.Create(Within(session), wordToComplete)
            : [];

    /// <summary>The values and what to show beside them.</summary>
    private protected abstract Task<IEnumerable<(string Text, string ToolTip)>> ValuesAsync(
        PingOneClient client, CancellationToken cancellationToken);

    // On a thread of its own, because the first part of a reading runs on the thread that asks.
    private IEnumerable<(string Text, string ToolTip)> Within(PingOneSession session) => Completion.Within(
        Task.Run(() => ValuesAsync(new PingOneClient(session, SilentLog.Instance), CancellationToken.None)), s_patience) ?? [];
}
