using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>
/// What all completers share: case-insensitive matching of word beginnings, quotes where needed, and tooltips.
/// </summary>
internal static class Completion
{
    /// <summary>The values that begin with the typed text or contain a word that does.</summary>
    public static IEnumerable<CompletionResult> Create(
        IEnumerable<(string Text, string ToolTip)> values, string? wordToComplete) =>
        Create(values.Select(value => (value.Text, value.Text, value.ToolTip)), wordToComplete);

    /// <summary>Completes values whose display text differs from the inserted text.</summary>
    /// <param name="values">The text to insert, the text to show, and the tooltip.</param>
    /// <param name="wordToComplete">The typed text, possibly with quotes.</param>
    /// <returns>
    /// The matching values; those that begin with the typed text come first, otherwise in their original order.
    /// </returns>
    public static IEnumerable<CompletionResult> Create(
        IEnumerable<(string Text, string Shown, string ToolTip)> values, string? wordToComplete)
    {
        string word = Unquoted(wordToComplete ?? "");
        return values
            .Select(value => (Value: value, At: Math.Min(Place(value.Text, word), Place(value.Shown, word))))
            .Where(found => found.At < int.MaxValue)
            .OrderBy(found => found.At > 0)
            .Select(found => new CompletionResult(
                Quoted(found.Value.Text),
                PlainText.OneLine(found.Value.Shown),
                CompletionResultType.ParameterValue,
                PlainText.OneLine(found.Value.ToolTip)));
    }

    /// <summary>
    /// The result of a read, if it completes within the time a user can wait at the prompt; null if it takes longer or
    /// fails, because a failed completion completes nothing. The read continues, so that the next key press may find it
    /// done.
    /// </summary>
    /// <param name="reading">The pending read.</param>
    /// <param name="patience">How long to wait.</param>
    public static T? Within<T>(Task<T> reading, TimeSpan patience)
        where T : class
    {
        // Unlike Wait, WaitAny does not rethrow the exception of the task.
        Task.WaitAny([reading], patience);
        return reading.IsCompletedSuccessfully ? reading.Result : null;
    }

    /// <summary>
    /// The session whose values to complete. Values of another company or environment would mislead, so a -Session that
    /// cannot be resolved here yields null.
    /// </summary>
    public static TSession? SessionOf<TSession>(CommandAst command, IDictionary? bound)
        where TSession : class, IServiceSession =>
        PipelineInput.Unwrap(bound?["Session"]) switch
        {
            TSession session => session,
            string name => SessionTable<TSession>.InRunspace.Find(name),
            null when !NamesSession(command) => SessionTable<TSession>.InRunspace.Current,
            _ => null,
        };

    // Where a word of the text begins with the typed text; int.MaxValue if none does.
    private static int Place(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        while (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return at < 0 ? int.MaxValue : at;
    }

    private static string Unquoted(string word) => word switch
    {
        ['\'', ..] => word.Trim('\'').Replace("''", "'", StringComparison.Ordinal),
        _ => word.Trim('"'),
    };

    private static string Quoted(string text) =>
        text.Length > 0 && text[0] is not ('-' or ':')
            && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':')
            ? text
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    private static bool NamesSession(CommandAst command) => command.CommandElements
        .OfType<CommandParameterAst>()
        .Any(parameter => parameter.ParameterName.Equals("Session", StringComparison.OrdinalIgnoreCase));
}
