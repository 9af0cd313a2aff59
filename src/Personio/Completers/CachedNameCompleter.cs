using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// The base of completers whose values come from a list of the company. A session reads each list at most once in ten
/// minutes, and a key press waits at most one second for it: values that arrive later are offered on the next key
/// press. Without a session, without access to the list, or after any error, nothing is completed.
/// </summary>
public abstract class CachedNameCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);

    private protected CachedNameCompleter()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        if (ListOf(commandName) is not { } list
            || Completion.SessionOf<PersonioSession>(commandAst, fakeBoundParameters)
                is not { IsConnected: true } session)
        {
            return [];
        }

        Task<IReadOnlyList<NamedEntry>> reading =
            new PersonioClient(session, SilentLog.Instance, CachePolicy.Background).GetNamesAsync(list);

        if (Completion.Within(reading, s_timeout) is not { } all)
        {
            return [];
        }

        return Completion.Create(
            all.Select(entry => (Text: Text(entry, all), entry.Name, ToolTip(entry)))
                .DistinctBy(value => (value.Text, value.Name)),
            wordToComplete);
    }

    /// <summary>The list to complete values from; null if none applies.</summary>
    private protected abstract ICompanyList? ListOf(string commandName);

    /// <summary>The text to insert for an entry; the ID unless overridden.</summary>
    private protected virtual string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all) => entry.Id;

    /// <summary>
    /// A wildcard pattern that matches the name of an entry. Control characters such as line breaks cannot be typed, so
    /// <c>?</c> replaces them.
    /// </summary>
    private protected static string Pattern(NamedEntry entry) =>
        new([.. WildcardPattern.Escape(entry.Name).Select(c => char.IsControl(c) ? '?' : c)]);

    // A category is its own ID.
    private static string ToolTip(NamedEntry entry) =>
        entry.Name == entry.Id ? entry.Name : $"{entry.Name} ({entry.Id})";
}
