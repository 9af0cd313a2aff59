using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Personio.Conventions.Tests;

/// <summary>The module as described by its files: assembly metadata, the manifest, formats, types, sources.</summary>
internal static partial class Module
{
    private static readonly MetadataLoadContext s_context = new(new PathAssemblyResolver(
    [
        .. Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll"),
        .. Directory.GetFiles(AppContext.BaseDirectory, "Personio*.dll"),
        Path.Combine(AppContext.BaseDirectory, "reference", "System.Management.Automation.dll"),
    ]));

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static Assembly Commands { get; } = Load("Personio");

    public static Assembly Client { get; } = Load("Personio.Client");

    public static Assembly Rest { get; } = Load("Personio.Rest");

    public static Assembly Sandbox { get; } = Load("Personio.Sandbox");

    public static Assembly Lifecycle { get; } = Load("Personio.Lifecycle");

    public static Assembly PingOne { get; } = Load("Personio.PingOne");

    /// <summary>The assemblies that ship.</summary>
    public static IReadOnlyList<Assembly> Shipped { get; } = [Commands, Client, Rest, Sandbox, Lifecycle, PingOne];

    /// <summary>The source files, as relative paths with slashes, without built or downloaded files.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !Made().IsMatch(path)),
    ];

    public static string Manifest { get; } = Read("Personio.psd1");

    public static XDocument Formats { get; } = XDocument.Parse(Read("src/Personio/Personio.Format.ps1xml"));

    public static XDocument Types { get; } = XDocument.Parse(Read("src/Personio/Personio.Types.ps1xml"));

    public static IReadOnlyList<CmdletClass> Cmdlets { get; } =
    [
        .. Commands.GetTypes()
            .Where(type => Attributes(type, "CmdletAttribute").Any())
            .Select(type => new CmdletClass(type))
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal),
    ];

    public static string[] Exports { get; } =
    [
        .. ExportedCmdlets().Match(Manifest).Groups[1].Value
            .Split('\n').Select(line => line.Trim().Trim('\'')).Where(line => line.Length > 0),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(
                path => !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    public static IEnumerable<CustomAttributeData> Attributes(MemberInfo member, string name) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.Name == name);

    private static Assembly Load(string name) =>
        s_context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Personio.psd1"))
        ? folder
        : FindRoot(
            Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No manifest above the tests."));

    [GeneratedRegex(
        @"(^|/)(bin|obj|out|TestResults|StrykerOutput|node_modules)/"
        + @"|^(\.git|\.tools|\.vs|\.vscode|\.idea|en-US|recipes)/|^\.git$")]
    private static partial Regex Made();

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\((.*?)\)", RegexOptions.Singleline)]
    private static partial Regex ExportedCmdlets();
}
