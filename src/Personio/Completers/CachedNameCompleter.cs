using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// The base of the completers whose values the company has. A list is read once in ten minutes for a session, and a
/// key press waits for it one second at most: what comes later is there for the next. Without a session, without the
/// right to read the list and after any fault there is nothing to complete.
/// </summary>
public abstract class CachedNameCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private protected CachedNameCompleter()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        if (ListOf(commandName) is not { } list
            || Completion.SessionOf<PersonioSession>(commandAst, fakeBoundParameters) is not { IsConnected: true } session)
        {
            return [];
        }

        Task<IReadOnlyList<NamedEntry>> reading =
            new PersonioClient(session, SilentLog.Instance, CachePolicy.Background).NamesAsync(list);

        if (Completion.Within(reading, s_patience) is not { } all)
        {
            return [];
        }

        return Completion.Create(
            all.Select(entry => (Text: Text(entry, all), entry.Name, $"{entry.Name} ({entry.Id})"))
                .DistinctBy(value => (value.Text, value.Name)),
            wordToComplete);
    }

    /// <summary>The list of which a value is wanted; null where there is none.</summary>
    private protected abstract ICompanyList? ListOf(string commandName);

    /// <summary>What is to be written for an entry; the id where a parameter takes nothing else.</summary>
    private protected virtual string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all) => entry.Id;

    /// <summary>The pattern that matches the name of an entry. A line break cannot be typed; any one character stands for it.
    /// </summary>
    private protected static string Pattern(NamedEntry entry) =>
        new([.. WildcardPattern.Escape(entry.Name).Select(c => char.IsControl(c) ? '?' : c)]);
}
