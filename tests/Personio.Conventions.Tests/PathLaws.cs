using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>Paths that work on Linux, Windows and macOS alike, and workflows that run what was reviewed.</summary>
public sealed partial class PathLaws
{
    private static readonly string[] s_scripts =
        [".ps1", ".psm1", ".psd1", ".csproj", ".proj", ".props", ".json", ".yml", ".md", ".ps1xml", "run"];

    private static readonly HashSet<string> s_entries = new(Module.Files.SelectMany(Parents), StringComparer.Ordinal);

    public static TheoryData<string> Scripts =>
        new(Module.Files.Where(path => s_scripts.Any(end => path.EndsWith(end, StringComparison.Ordinal))));

    public static TheoryData<string> Workflows =>
        new(Module.Files.Where(path => path.StartsWith(".github/workflows/", StringComparison.Ordinal)));

    [Fact]
    public void No_two_files_differ_only_in_case() =>
        Assert.Equal(s_entries.Count, s_entries.Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_path_of_this_repository_exists_in_this_case(string file)
    {
        string text = Module.Read(file);

        Assert.All(Named().Matches(text).Select(match => match.Value.TrimEnd('.', '/')), path =>
            Assert.True(s_entries.Contains(path), $"{file} says {path}, which does not exist."));
    }

    [Fact]
    public void Files_that_a_project_includes_exist() => Assert.All(
        Module.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)),
        project => Assert.All(Included().Matches(Module.Read(project)).Select(match => match.Groups[1].Value), path =>
            Assert.True(
                File.Exists(Path.Combine(Module.Root, Path.GetDirectoryName(project)!, path)),
                $"{project} includes {path}, which does not exist.")));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_path_has_no_backslashes(string file) =>
        Assert.DoesNotMatch(Backslash(), Module.Read(file));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_uses_pinned_actions_and_read_only_permissions(string file)
    {
        string text = Module.Read(file);
        string[] used = [.. Uses().Matches(text).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(used);
        Assert.All(used, action => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", action));
        Assert.Contains("\npermissions:\n  contents: read\n", text, StringComparison.Ordinal);
        // User-controlled values, such as a tag, are passed to a script in its environment, never in its text.
        Assert.DoesNotMatch(@"run:[^\n]*\$\{\{ (github|secrets)\.", text);
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (string? part = path; !string.IsNullOrEmpty(part); part = Path.GetDirectoryName(part)?.Replace('\\', '/'))
        {
            yield return part;
        }
    }

    // A path from the root of this repository: not the end of another one, without wildcards and variables.
    [GeneratedRegex("Include=\"([^\"*$]+/[^\"*$]+)\"")]
    private static partial Regex Included();

    [GeneratedRegex(@"(?<![\w./$*{}\\-])(?:src|docs|tests|build|\.github|\.ci|\.config)/[\w./-]+(?![\w*$<{(/-])")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\w\\])(?:src|docs|tests|build|bin|out|en-US)\\[A-Za-z]")]
    private static partial Regex Backslash();

    [GeneratedRegex(@"uses:\s*(.+)")]
    private static partial Regex Uses();
}
