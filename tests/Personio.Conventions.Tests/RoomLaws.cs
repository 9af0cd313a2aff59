using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>Which room may depend on which, where a file belongs, and what ships.</summary>
public sealed partial class RoomLaws
{
    private const string Engine = "System.Management.Automation";

    private const int MostFiles = 25;
    private const int MostLines = 250;
    private const int MostColumns = 120;

    // The files that a newcomer looks for first.
    private static readonly string[] s_faces =
    [
        "src/Personio.Client/Endpoints.cs", "src/Personio.Client/PersonioClient.cs",
        "src/Personio.Client/PersonioSession.cs",
        "src/Personio.PingOne/Endpoints.cs", "src/Personio.PingOne/PingOneClient.cs",
        "src/Personio.PingOne/PingOneSession.cs",
        "src/Personio.Sandbox/Program.cs", "src/Personio.Sandbox/SandboxServer.cs",
        "src/Personio.Sandbox/SandboxOptions.cs",
    ];

    // Requests and messages use the formats of DateText; a saved plan, a calendar and a web page have their own, and
    // code that reads dates typed by people tries many. The sandbox shares nothing with the clients.
    private static readonly string[] s_dateForms =
    [
        "src/Personio.Client/Input/DateParser.cs", "src/Personio.Client/Input/DatePatterns.cs",
        "src/Personio.Client/Input/MonthText.cs",
        "src/Personio.Lifecycle/Page/PlanPage.cs", "src/Personio.Lifecycle/Rows/DayText.cs",
        "src/Personio.Lifecycle/Values/ValueText.cs", "src/Personio.Rest/Values/DateText.cs",
        "src/Personio/Calendar/CalendarFile.cs", "src/Personio/Calendar/CalendarPage.cs",
    ];

    public static TheoryData<string, string[]> Known => new()
    {
        { "Personio.Rest", [] },
        { "Personio.Lifecycle", [] },
        { "Personio.Sandbox", [] },
        { "Personio.Client", ["Personio.Rest"] },
        { "Personio.PingOne", ["Personio.Rest"] },
        {
            "Personio",
            [Engine, "Personio.Client", "Personio.Lifecycle", "Personio.PingOne", "Personio.Rest", "Personio.Sandbox"]
        },
    };

    public static TheoryData<string, string[]> Forbidden => new()
    {
        { "src/Personio.Rest/Auth", ["Personio.Rest.Json", "Personio.Rest.Http"] },
        { "src/Personio.Rest/Http", ["Personio.Rest.Json"] },
        { "src/Personio.Rest/Json", ["System.Net.Http", "Personio.Rest.Http", "Personio.Rest.Auth"] },
        { "src/Personio.Client/Models", ["Personio.Client", "Personio.Rest", "System.Net"] },
        { "src/Personio.Client/Json", ["System.Net.Http", "Personio.Rest.Http", "Personio.Rest.Auth"] },
        { "src/Personio.Client/Rules", ["Personio.Client.Json", "Personio.Rest.", "System.Net"] },
        // Pure: rows and a clock in, rows out.
        {
            "src/Personio.Lifecycle",
            [
                "System.Net", "Personio.Client", "Personio.Models", "Personio.Rest", "Console.", ".Now;", ".UtcNow",
                "DateTime.Today"
            ]
        },
        { "src/Personio.Client", ["Personio.PingOne"] },
        { "src/Personio.PingOne", ["Personio.Client"] },
        { "src/Personio.Sandbox", ["Personio.Client", "Personio.Models", "Personio.Rest"] },
        {
            "src/Personio",
            ["Personio.Rest.Http", "Personio.Rest.Auth", "Personio.Rest.Json", "Personio.Client.Json", "Console."]
        },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void An_assembly_references_only_the_runtime_and_those_below_it(string name, string[] others)
    {
        string[] known =
        [
            .. Module.Shipped.Single(assembly => assembly.GetName().Name == name).GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(reference => reference == Engine
                    || (reference != "netstandard" && !reference.StartsWith("System.", StringComparison.Ordinal))),
        ];

        Assert.Equal(others.Order(), known.Order());
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_room_does_not_use_what_it_must_not_know(string room, string[] forbidden)
    {
        Assert.NotEmpty(Module.Sources(room));
        Assert.All(Module.Sources(room), path =>
        {
            string source = Namespace().Replace(File.ReadAllText(path), "");
            Assert.All(forbidden, word =>
                Assert.False(source.Contains(word, StringComparison.Ordinal), $"{path} says {word}"));
        });
    }

    [Fact]
    public void The_internals_of_the_client_are_not_public() => Assert.DoesNotContain(
        Module.Client.GetExportedTypes().Concat(Module.Rest.GetExportedTypes()),
        type => type.Namespace
            is "Personio.Rest.Http" or "Personio.Rest.Auth" or "Personio.Rest.Json" or "Personio.Client.Json");

    [Fact]
    public void The_HTTP_pipeline_names_no_service() => Assert.All(
        Module.Sources("src/Personio.Rest"),
        path => Assert.DoesNotMatch(
            Service(),
            OwnName().Replace(File.ReadAllText(path), "").Replace("PersonioException", "", StringComparison.Ordinal)));

    [Fact]
    public void The_clients_never_mention_the_shell()
    {
        string[] shell = [.. Module.Exports, "PowerShell", "runspace", "Runspace", "cmdlet", "Tab key", Engine];
        string[] clients = ["src/Personio.Rest", "src/Personio.Client", "src/Personio.PingOne"];
        // The output of Test-PersonioAccess is about cmdlets.
        IEnumerable<string> paths = clients.SelectMany(Module.Sources)
            .Where(path => Path.GetFileName(path) != "AccessCheck.cs");

        Assert.All(paths, path =>
        {
            string source = File.ReadAllText(path);
            Assert.All(
                shell, word => Assert.False(source.Contains(word, StringComparison.Ordinal), $"{path} says {word}"));
            Assert.False(Parameter().IsMatch(source), $"{path} says {Parameter().Match(source).Value}");
        });
    }

    [Fact]
    public void No_source_file_is_loose_in_the_root_of_a_project()
    {
        string[] loose =
        [
            .. Directory.GetDirectories(Path.Combine(Module.Root, "src"))
                .SelectMany(project => Directory.GetFiles(project, "*.cs")).Select(Relative),
        ];

        Assert.Equal(s_faces.Order(StringComparer.Ordinal), loose.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_room_is_crowded()
    {
        string[] crowded =
        [
            .. Module.Sources("src").GroupBy(path => Relative(Path.GetDirectoryName(path)!))
                .Where(room => room.Count() > MostFiles).Select(room => room.Key),
        ];

        Assert.Empty(crowded);
    }

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        string[] tooLong =
        [
            .. Module.Sources("src").Select(path => (Path: Relative(path), Lines: File.ReadLines(path).Count()))
                .Where(file => file.Lines > MostLines).Select(file => $"{file.Path}: {file.Lines}"),
        ];

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_source_line_is_longer_than_120_columns()
    {
        string[] tooLong =
        [
            .. Module.Sources("src").Concat(Module.Sources("tests")).SelectMany(path => File.ReadLines(path)
                .Select((line, index) => (Line: index + 1, Columns: new StringInfo(line).LengthInTextElements))
                .Where(line => line.Columns > MostColumns)
                .Select(line => $"{Relative(path)}:{line.Line}: {line.Columns} columns")),
        ];

        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_date_format_is_defined_with_the_other_date_formats()
    {
        string[] forms =
        [
            .. Module.Sources("src")
                .Where(path => !Relative(path).StartsWith("src/Personio.Sandbox/", StringComparison.Ordinal))
                .Where(path => File.ReadLines(path).Any(line => DateForm().IsMatch(line))).Select(Relative),
        ];

        Assert.Equal(s_dateForms, forms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_runtime_assembly_newer_than_that_of_the_oldest_engine_is_referenced() => Assert.All(
        Module.Shipped.SelectMany(assembly => assembly.GetReferencedAssemblies())
            .Where(
                reference => reference.Name!.StartsWith("System.", StringComparison.Ordinal)
                    && reference.Name != Engine),
        reference => Assert.True(reference.Version!.Major <= 8, reference.FullName));

    [Fact]
    public void The_newest_heading_of_the_change_log_is_the_version_in_the_manifest()
    {
        string newest = Module.Read("CHANGELOG.md").Split('\n')
            .First(line => line.StartsWith("## ", StringComparison.Ordinal));

        Assert.Contains($"ModuleVersion        = '{newest.Split(' ')[1]}'", Module.Manifest, StringComparison.Ordinal);
    }

    private static string Relative(string path) => Path.GetRelativePath(Module.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"^namespace [\w.]+;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // The namespace and using lines of the HTTP pipeline, which contain the name of the product.
    [GeneratedRegex(@"^(namespace|using) Personio\.Rest(\.\w+)?;", RegexOptions.Multiline)]
    private static partial Regex OwnName();

    [GeneratedRegex("(?i)personio|ping ?one|ping ?identity")]
    private static partial Regex Service();

    // A format in quotes or after an interpolated value, but not one that a sentence mentions.
    [GeneratedRegex(@"[""'][^"" ]*yyyy|MMMM? yyyy|\{\w+(\.\w+)*:[dMy]+[-.]")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"(?<![\w""'-])-[A-Z][a-z]\w+")]
    private static partial Regex Parameter();
}
