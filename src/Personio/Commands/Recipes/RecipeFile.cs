using System.Management.Automation.Language;

namespace Personio;

/// <summary>Reads the metadata of recipes without running them.</summary>
internal static class RecipeFile
{
    /// <summary>The folder of the recipes, which the build places next to the manifest.</summary>
    public static string Folder { get; } = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(RecipeFile).Assembly.Location)!, "..", "recipes"));

    /// <summary>The recipes, sorted by name.</summary>
    /// <exception cref="PersonioException">The folder does not exist (<c>NotFound</c>).</exception>
    public static IReadOnlyList<Recipe> All() => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.ps1").Order(StringComparer.OrdinalIgnoreCase).Select(Read)]
        : throw new PersonioException(
            ErrorKind.NotFound,
            $"The folder of the recipes was not found: {Folder}. Install the module again, or build it.")
        {
            Noun = "Recipe",
        };

    private static Recipe Read(string path)
    {
        ScriptBlockAst script = Parser.ParseFile(path, out _, out _);
        return new Recipe
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Synopsis = string.Join(
                ' ',
                (script.GetHelpContent()?.Synopsis ?? "")
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Cmdlet = Cmdlets(script),
            Module =
            [
                .. (script.ScriptRequirements?.RequiredModules.Select(module => module.Name) ?? [])
                    .Where(name => !name.Equals("Personio", StringComparison.OrdinalIgnoreCase)),
            ],
            Mandatory =
            [
                .. script.ParamBlock?.Parameters.Where(IsMandatory).Select(one => one.Name.VariablePath.UserPath) ?? [],
            ],
            CanChange = script.ParamBlock?.Attributes.OfType<AttributeAst>()
                .SelectMany(attribute => attribute.NamedArguments)
                .Any(argument => argument.ArgumentName.Equals(
                    "SupportsShouldProcess", StringComparison.OrdinalIgnoreCase)) ?? false,
            Path = path,
        };
    }

    private static string[] Cmdlets(ScriptBlockAst script) =>
    [
        .. script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Select(command => command.GetCommandName()).OfType<string>()
            .Where(name => name.Contains("-Personio", StringComparison.OrdinalIgnoreCase)
                || name.Contains("-PingOne", StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    private static bool IsMandatory(ParameterAst parameter) => parameter.Attributes.OfType<AttributeAst>()
        .SelectMany(attribute => attribute.NamedArguments)
        .Any(argument => argument.ArgumentName.Equals("Mandatory", StringComparison.OrdinalIgnoreCase));
}
