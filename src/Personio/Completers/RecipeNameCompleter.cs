using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>Completes the names of the recipes that the module ships as files.</summary>
public sealed class RecipeNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Create(
            Directory.Exists(RecipeFile.Folder)
                ? RecipeFile.All().Select(recipe => (recipe.Name, recipe.Synopsis))
                : [],
            wordToComplete);
}
