using System.Text.Json;
using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>The commands in the README are those that run before a merge, with the versions that it names.</summary>
public sealed partial class SetupLaws
{
    private const string Start = "dotnet tool exec -y powershell -- ./build.ps1 -Task ";

    private static readonly string s_readme = Module.Read("README.md");

    private static readonly string[] s_folders = ["build", "docs", "tests"];

    private static readonly string[] s_beforeMerge =
        [.. Module.Read(".ci/run").Split('\n').Where(line => !line.TrimStart().StartsWith('#'))];

    public static TheoryData<string> Scripts => new(
        s_folders
            .SelectMany(
                folder => Directory.GetFiles(Path.Combine(Module.Root, folder), "*.ps1", SearchOption.AllDirectories))
            .Append(Path.Combine(Module.Root, "build.ps1"))
            .Select(path => Path.GetRelativePath(Module.Root, path).Replace('\\', '/'))
            .Where(
                path => !path.Contains("/bin/", StringComparison.Ordinal)
                    && !path.Contains("/obj/", StringComparison.Ordinal)));

    [Fact]
    public void The_readme_sets_up_a_machine_with_two_commands() =>
        Assert.Equal(
            [Start + "Demo", Start + "Test"],
            s_readme.Split('\n').Where(line => line.StartsWith("dotnet tool", StringComparison.Ordinal)));

    [Fact]
    public void CI_runs_the_test_command_of_the_readme_and_the_engine_suite_in_German()
    {
        string[] runs = [.. s_beforeMerge.Where(line => line.Contains("build.ps1", StringComparison.Ordinal))];

        Assert.Equal(2, runs.Length);
        Assert.Matches($"^{Regex.Escape(Start)}Test( \\|\\| failed=1)?$", runs[0]);
        Assert.Matches($"LC_ALL=de_DE.UTF-8 {Regex.Escape(Start)}Test -Manifest \\S+ -Suite Engine", runs[1]);
    }

    [Fact]
    public void The_engine_suite_runs_whatever_is_installed() => Assert.All(
        s_beforeMerge,
        line => Assert.DoesNotMatch(@"pwsh|dotnet test", line));

    [Fact]
    public void PowerShell_and_Pester_are_pinned_to_the_versions_that_the_readme_names()
    {
        using var tools = JsonDocument.Parse(Module.Read(".config/dotnet-tools.json"));
        JsonElement tool = tools.RootElement.GetProperty("tools").GetProperty("powershell");
        Match said = NamedEngine().Match(s_readme);

        Assert.False(tool.GetProperty("rollForward").GetBoolean());
        Assert.StartsWith(
            said.Groups[1].Value + ".", tool.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Matches(
            @"<PackageDownload Include=""Pester"" Version=""\[\$\(PesterVersion\)\]"" />",
            Module.Read("build/Modules.proj"));
        Assert.Contains("Pester from NuGet", s_readme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData(".github/workflows/release.yml")]
    public void A_workflow_tests_the_oldest_engine_and_the_one_that_the_readme_names(string file)
    {
        string oldest = Floor().Match(Module.Manifest).Groups[1].Value;

        Assert.Contains(
            $"powershell: ['{oldest}', '{NamedEngine().Match(s_readme).Groups[1].Value}']", Module.Read(file),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_second_engine_is_started_in_only_one_way(string file) => Assert.DoesNotMatch(
        file is "build/Engine.ps1" or "tests/Module/SecondEngine.Tests.ps1"
            ? "Get-Process"
            : @"Get-Process -Id \$PID|ProcessPath|&\s*['""]?pwsh",
        Module.Read(file));

    [GeneratedRegex(@"PowerShell (\d\.\d) comes as a \.NET tool")]
    private static partial Regex NamedEngine();

    [GeneratedRegex(@"PowerShellVersion\s*=\s*'(\d\.\d)'")]
    private static partial Regex Floor();
}
