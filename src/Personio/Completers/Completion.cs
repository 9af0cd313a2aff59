using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>
/// What all completers have in common: the beginning of a word in any case, quotes where they are needed, a tooltip.
/// </summary>
internal static class Completion
{
    /// <summary>The values of which the word is the beginning, or the beginning of a word within.</summary>
    public static IEnumerable<CompletionResult> Create(
        IEnumerable<(string Text, string ToolTip)> values, string? wordToComplete) =>
        Create(values.Select(value => (value.Text, value.Text, value.ToolTip)), wordToComplete);

    /// <summary>The same for values that are shown in other words than they are written.</summary>
    /// <param name="values">What is written, what is shown, and the tooltip.</param>
    /// <param name="wordToComplete">What was typed, with the quotes it may have.</param>
    /// <returns>Those that begin with the word first, each group in its order.</returns>
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
    /// What a reading found, if it ends while somebody waits at the prompt; null where it takes longer or fails, because a
    /// completion that fails completes nothing. The reading goes on, so that the next key press may find it done.
    /// </summary>
    /// <param name="reading">The reading.</param>
    /// <param name="patience">How long to wait.</param>
    public static T? Within<T>(Task<T> reading, TimeSpan patience)
        where T : class
    {
        // Does not throw what the reading threw.
        Task.WaitAny([reading], patience);
        return reading.IsCompletedSuccessfully ? reading.Result : null;
    }

    /// <summary>
    /// The session whose names are to be completed. Those of another company or environment would mislead: a -Session that
    /// cannot be known here leaves nothing.
    /// </summary>
    public static TSession? SessionOf<TSession>(CommandAst command, IDictionary? bound)
        where TSession : class, IServiceSession =>
        PipelineInput.Unwrap(bound?["Session"]) switch
        {
            TSession session => session,
            string name => SessionTable<TSession>.Here.Find(name),
            null when !NamesSession(command) => SessionTable<TSession>.Here.Current,
            _ => null,
        };

    // Where a word of the text begins with what was typed; beyond all places where none does.
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
