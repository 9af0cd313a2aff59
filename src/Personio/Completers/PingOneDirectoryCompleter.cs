using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.PingOne;

namespace Personio.Completers;

/// <summary>
/// Completes populations, groups, and attributes from the session's cache. Values that are not cached yet are read in
/// the background, and a key press waits only briefly for them.
/// </summary>
public abstract class PingOneDirectoryCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.SessionOf<PingOneSession>(commandAst, fakeBoundParameters) is { IsConnected: true } session
            ? Completion.Create(Within(session), wordToComplete)
            : [];

    /// <summary>The values and their tooltips.</summary>
    private protected abstract Task<IEnumerable<(string Text, string ToolTip)>> ValuesAsync(
        PingOneClient client, CancellationToken cancellationToken);

    // On a thread-pool thread, because an async method runs on the calling thread until its first await.
    private IEnumerable<(string Text, string ToolTip)> Within(PingOneSession session) => Completion.Within(
        Task.Run(() => ValuesAsync(new PingOneClient(session, SilentLog.Instance), CancellationToken.None)),
        s_timeout) ?? [];
}
