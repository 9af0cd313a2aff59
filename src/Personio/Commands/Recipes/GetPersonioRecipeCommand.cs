using System.Management.Automation;
using Personio.Completers;

namespace Personio.Commands;

/// <summary>Gets or copies recipes, the scripts that ship with the module.</summary>
/// <example>
/// <code>Get-PersonioRecipe Get-Leave* -Destination ./jobs</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioRecipe", HelpUri = HelpPages.Root + "Get-PersonioRecipe.md")]
[OutputType(typeof(Recipe))]
public sealed class GetPersonioRecipeCommand : PersonioCmdletBase
{
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    private IReadOnlyList<Recipe>? _all;

    private string? _folder;

    /// <summary>The names of the recipes; wildcards are allowed. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecipeNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>
    /// The folder to copy the recipes to, created if it does not exist. Path in the output is then that of the copy.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Looks up the names one by one.</summary>
    protected override void ProcessRecord()
    {
        if (!TryRun(this, () =>
        {
            _all ??= RecipeFile.All();
            _folder ??= Destination is null ? null : LocalPath.ResolveFolder(this, Destination);
        }))
        {
            return;
        }

        foreach (string name in Name ?? ["*"])
        {
            TryRun(name, () => Write(name));
        }
    }

    private void Write(string name)
    {
        string bare = name.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        var pattern = new NameWildcard(bare);
        Recipe[] found = [.. _all!.Where(recipe => pattern.IsMatch(recipe.Name))];
        if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            throw new PersonioException(
                ErrorKind.NotFound, $"Recipe '{name}' was not found. Get-PersonioRecipe lists all recipes.")
            {
                Noun = Noun,
            };
        }

        foreach (Recipe recipe in found.Where(recipe => _written.Add(recipe.Name)))
        {
            TryRun(name, () => WriteObject(_folder is null ? recipe : Copy(recipe, _folder)));
        }
    }

    private Recipe Copy(Recipe recipe, string folder)
    {
        string target = Path.Combine(folder, Path.GetFileName(recipe.Path));
        if (File.Exists(target) && !Force)
        {
            throw new PersonioException(
                ErrorKind.Conflict, $"File '{target}' already exists. Use -Force to overwrite it.");
        }

        LocalPath.CreateFolder(folder);
        try
        {
            File.Copy(recipe.Path, target, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest,
                $"Recipe '{recipe.Name}' could not be copied to '{target}'. {fault.Message}",
                fault);
        }

        return recipe with { Path = target };
    }
}
