using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>
/// Texts read as a native-speaking engineer would write them. The patterns are word-for-word translations that stood
/// here once; docs/glossary.md says what to write instead.
/// </summary>
public sealed partial class EnglishLaws
{
    private static readonly string[] s_documents = [".md", ".txt", ".ps1"];

    public static TheoryData<string> Sources => new(Files("src", ".cs"));

    public static TheoryData<string> Documents =>
    [
        .. s_documents.SelectMany(end => Files("docs", end)), "README.md", "SECURITY.md", "CHANGELOG.md",
    ];

    public static TheoryData<string> Tests => new(Files("tests", ".cs"));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Messages_and_comments_are_idiomatic(string file)
    {
        string[] lines = Module.Read(file).Split('\n');

        Assert.All(lines, line => Assert.DoesNotMatch(Dialect(), line));
        Assert.All(lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)), line =>
            Assert.All(Literal().Matches(line).Select(match => match.Value), text =>
                Assert.DoesNotMatch(MessageDialect(), text)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Documents_are_idiomatic(string file)
    {
        string text = Module.Read(file);

        Assert.DoesNotMatch(Dialect(), text);
        Assert.DoesNotMatch(MessageDialect(), text);
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Names_of_tests_begin_with_their_subject(string file) =>
        Assert.DoesNotMatch(@"public (async )?(Task|void) (What|Who|Whoever|Nobody|Where|Whose)_", Module.Read(file));

    private static IEnumerable<string> Files(string folder, string end) =>
        Directory.EnumerateFiles(Path.Combine(Module.Root, folder), $"*{end}", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Module.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/bin/", StringComparison.Ordinal)
                // It is made of the pages, which are read.
                && !path.EndsWith("-Help.xml", StringComparison.Ordinal)
                && !path.EndsWith("docs/glossary.md", StringComparison.Ordinal));

    [GeneratedRegex(@"left away|how-manieth|at the Tab key|\bfor ever\b|[Ww]ithout it (the|that|all|today|this|one)\b|no mistake of")]
    private static partial Regex Dialect();

    [GeneratedRegex(
        @"(?<![Tt]here )\bis no (?!longer|more|use|such)[a-z]+|\b(is|are) there already|\b[Gg]ive -[A-Z]|\bType (Connect|Get|Select)-"
        + @"|Which\?|Whoever|\bleave -\w+ away|\bis to be changed|was not made|\bMakes (a|an|persons|absences|periods|projects) ")]
    private static partial Regex MessageDialect();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Literal();
}
