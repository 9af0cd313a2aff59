using System.Text.Json;
using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>Releases are built from locked dependencies, and no job sees a secret that it does not need.</summary>
public sealed partial class ReleaseLaws
{
    private static readonly string s_release = Module.Read(".github/workflows/release.yml");

    private static readonly Dictionary<string, string> s_jobs = Jobs().Matches(
        s_release[s_release.IndexOf("\njobs:\n", StringComparison.Ordinal)..])
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static readonly string[] s_folders = ["src", "tests"];

    public static TheoryData<string> Projects => new(
        s_folders
            .SelectMany(
                folder => Directory.GetFiles(
                    Path.Combine(Module.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Module.Root, path).Replace('\\', '/'))
            .Where(
                path => !path.Contains("/bin/", StringComparison.Ordinal)
                    && !path.Contains("/obj/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_packages_of_a_project_are_locked_at_the_version_that_it_names(string project)
    {
        string path = Path.Combine(Module.Root, Path.GetDirectoryName(project)!, "packages.lock.json");
        Assert.True(File.Exists(path), $"{project} has no packages.lock.json; dotnet restore writes it.");

        using var locked = JsonDocument.Parse(File.ReadAllText(path));
        JsonProperty[] packages =
        [
            .. locked.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject()),
        ];
        string[] direct =
        [
            .. packages.Where(package => TypeOf(package) == "Direct").Select(package => package.Name)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
        Assert.Equal(
            References().Matches(Module.Read(project)).Select(match => match.Groups[1].Value)
                .Order(StringComparer.OrdinalIgnoreCase),
            direct);
        Assert.All(packages.Where(package => TypeOf(package) != "Project"), package => Assert.NotEqual(
            "", package.Value.GetProperty("contentHash").GetString()));
    }

    [Fact]
    public void The_SDK_is_one_of_version_10_0()
    {
        using var file = JsonDocument.Parse(Module.Read("global.json"));
        JsonElement sdk = file.RootElement.GetProperty("sdk");

        Assert.Equal(
            ("10.0.100", "latestFeature"),
            (sdk.GetProperty("version").GetString(), sdk.GetProperty("rollForward").GetString()));
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData(".github/workflows/release.yml")]
    public void A_workflow_restores_locked_packages_or_fails(string file) => Assert.Matches(
        @"\nenv:\n(  .*\n)*  RestoreLockedMode: true\n", Module.Read(file));

    [Fact]
    public void A_job_that_sees_a_secret_has_an_environment_that_protects_it()
    {
        string[] knowing =
        [
            .. s_jobs.Where(job => job.Value.Contains("secrets.", StringComparison.Ordinal)).Select(job => job.Key),
        ];

        Assert.Equal(["package", "publish"], knowing);
        Assert.All(knowing, job => Assert.Matches(@"\n    environment: \w+\n", s_jobs[job]));
        Assert.DoesNotContain(
            "secrets.", s_release[..s_release.IndexOf("\njobs:", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void The_bill_of_materials_is_created_before_the_package_and_away_from_secrets()
    {
        Assert.Contains("-Task Sbom", s_jobs["materials"], StringComparison.Ordinal);
        Assert.Contains("\n    needs: materials\n", s_jobs["package"], StringComparison.Ordinal);
        Assert.DoesNotMatch("environment:|secrets|permissions:|needs:", s_jobs["materials"]);
        Assert.DoesNotMatch("npx|Sbom|setup-node", s_jobs["package"] + Module.Read("build/Package.ps1"));
    }

    [Fact]
    public void A_published_package_was_tested_and_attested()
    {
        Assert.Contains("needs: [library, artifact]\n", s_jobs["attest"], StringComparison.Ordinal);
        Assert.Contains("uses: actions/attest-build-provenance@", s_jobs["attest"], StringComparison.Ordinal);
        Assert.Contains("\n    needs: attest\n", s_jobs["publish"], StringComparison.Ordinal);
        Assert.Equal(
            ["attest"],
            s_jobs.Where(job => job.Value.Contains("id-token: write", StringComparison.Ordinal))
                .Select(job => job.Key));
    }

    private static string? TypeOf(JsonProperty package) => package.Value.GetProperty("type").GetString();

    // A job: its name, indented by two spaces, and the lines below it.
    [GeneratedRegex(@"(?m)^  ([a-z]+):(\n(?:    .*\n?|\n)*)")]
    private static partial Regex Jobs();

    [GeneratedRegex(@"<PackageReference Include=""([^""]+)""")]
    private static partial Regex References();
}
