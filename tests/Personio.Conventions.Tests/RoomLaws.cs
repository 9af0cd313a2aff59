using System.Reflection;

namespace Personio.Conventions.Tests;

/// <summary>Who may know whom, and what ships.</summary>
public sealed class RoomLaws
{
    private const string Engine = "System.Management.Automation";

    public static TheoryData<string, string[]> Forbidden => new()
    {
        { "src/Personio.Client", [Engine] },
        { "src/Personio.Client/Models", ["Personio.Client", "System.Net"] },
        { "src/Personio.Client/Json", ["System.Net.Http", "Personio.Client.Http", "Personio.Client.Auth"] },
        { "src/Personio.Client/Auth", ["Personio.Models", "Personio.Client.Json", "Personio.Client.Http"] },
        { "src/Personio.Client/Http", ["Personio.Models", "Personio.Client.Json"] },
        { "src/Personio.Sandbox", [Engine, "Personio.Client", "Personio.Models"] },
        { "src/Personio", ["Personio.Client.Http", "Personio.Client.Auth", "Personio.Client.Json", "Console."] },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_room_does_not_know_what_is_not_its_own(string room, string[] forbidden)
    {
        Assert.NotEmpty(Module.Sources(room));
        Assert.All(Module.Sources(room), path =>
        {
            string source = File.ReadAllText(path).Replace("namespace Personio.Client", "", StringComparison.Ordinal);
            Assert.All(forbidden, word =>
                Assert.False(source.Contains(word, StringComparison.Ordinal), $"{path} says {word}"));
        });
    }

    [Fact]
    public void What_is_behind_the_client_is_not_public() => Assert.DoesNotContain(
        Module.Client.GetExportedTypes(),
        type => type.Namespace is "Personio.Client.Http" or "Personio.Client.Auth" or "Personio.Client.Json");

    [Fact]
    public void Auth_says_nothing_of_the_product() => Assert.All(
        Module.Sources("src/Personio.Client/Auth").Select(File.ReadAllText),
        source => Assert.DoesNotContain(
            "personio",
            source.Replace("Personio.Client.Auth", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Nothing_ships_that_is_neither_ours_nor_the_runtimes()
    {
        var references = new[] { Module.Commands, Module.Client, Module.Sandbox }
            .SelectMany(assembly => assembly.GetReferencedAssemblies())
            .Select(reference => reference.Name!)
            .Distinct();

        Assert.All(references, name => Assert.True(
            name is Engine or "Personio.Client" or "Personio.Sandbox" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal),
            name));
    }

    [Fact]
    public void No_part_of_the_runtime_is_asked_for_that_is_newer_than_in_the_oldest_engine() => Assert.All(
        new[] { Module.Commands, Module.Client, Module.Sandbox }.SelectMany(assembly => assembly.GetReferencedAssemblies())
            .Where(reference => reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name != Engine),
        reference => Assert.True(reference.Version!.Major <= 8, reference.FullName));

    [Fact]
    public void The_newest_heading_of_the_change_log_is_the_version_of_the_manifest()
    {
        string newest = Module.Read("CHANGELOG.md").Split('\n').First(line => line.StartsWith("## ", StringComparison.Ordinal));

        Assert.Contains($"ModuleVersion        = '{newest.Split(' ')[1]}'", Module.Manifest, StringComparison.Ordinal);
    }
}
