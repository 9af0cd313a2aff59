using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>
/// What all completers have in common: a prefix in any case, quotes where they are needed, a tooltip.
/// </summary>
internal static class Completion
{
    /// <summary>The values that begin with the word.</summary>
    public static IEnumerable<CompletionResult> Of(
        IEnumerable<(string Text, string ToolTip)> values, string? wordToComplete)
    {
        string word = (wordToComplete ?? "").Trim('\'', '"');
        return values
            .Where(value => value.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(
                Quoted(value.Text), value.Text, CompletionResultType.ParameterValue, value.ToolTip));
    }

    private static string Quoted(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
        ? text
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
