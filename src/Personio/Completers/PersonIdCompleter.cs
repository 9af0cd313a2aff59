using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// Completes person IDs by name or email address, from persons that the session has already seen. It sends no request:
/// a company has too many persons to read them on a key press.
/// </summary>
public sealed class PersonIdCompleter : IArgumentCompleter
{
    // More than anyone reads through.
    private const int MaxSuggestions = 100;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        if (Completion.SessionOf<PersonioSession>(commandAst, fakeBoundParameters)
            is not { IsConnected: true } session)
        {
            return [];
        }

        (string Id, string Name, string Email)[] known =
        [
            .. new PersonioClient(session, SilentLog.Instance).Persons.All
                .Where(person => person.Value.DisplayName is not null)
                .Select(person => (person.Key, person.Value.DisplayName!, person.Value.Email ?? ""))
                .OrderBy(person => person.Item2, StringComparer.CurrentCultureIgnoreCase),
        ];
        return Completion.Create(
                known.Select(one => (one.Id, one.Name, ToolTip(one.Name, one.Email))), wordToComplete)
            .Concat(Completion.Create(
                known.Select(one => (one.Id, one.Email, ToolTip(one.Name, one.Email))), wordToComplete))
            .DistinctBy(result => result.CompletionText)
            .Take(MaxSuggestions);
    }

    private static string ToolTip(string name, string email) => email.Length == 0 ? name : $"{name}, {email}";
}
