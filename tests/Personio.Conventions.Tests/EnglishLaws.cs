using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>
/// Texts read as a native-speaking engineer would write them. The patterns are word-for-word translations that were
/// once used here; docs/glossary.md says what to write instead.
/// </summary>
public sealed partial class EnglishLaws
{
    private static readonly string[] s_documents = [".md", ".txt", ".ps1"];

    private static readonly string[] s_texts =
        [".cs", ".csproj", ".props", ".ps1", ".psm1", ".psd1", ".ps1xml", ".md", ".txt", ".yml"];

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

    [Theory]
    [MemberData(nameof(Sources))]
    public void Method_names_say_what_they_return(string file) =>
        Assert.DoesNotMatch(OfMethod(), Module.Read(file));

    [Fact]
    public void Spelling_is_American()
    {
        string[] british =
        [
            .. Module.Files
                .Where(path => s_texts.Contains(Path.GetExtension(path))
                    && !path.EndsWith("/EnglishLaws.cs", StringComparison.Ordinal))
                .Prepend(".ci/run")
                .SelectMany(path => British().Matches(path + "\n" + Data().Replace(Module.Read(path), ""))
                    .Select(match => $"{path}: {match.Value}")),
        ];

        Assert.Empty(british);
    }

    private static IEnumerable<string> Files(string folder, string end) =>
        Directory.EnumerateFiles(Path.Combine(Module.Root, folder), $"*{end}", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Module.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/bin/", StringComparison.Ordinal)
                // It is generated from the pages, which are checked.
                && !path.EndsWith("-Help.xml", StringComparison.Ordinal)
                && !path.EndsWith("docs/glossary.md", StringComparison.Ordinal));

    [GeneratedRegex(
        @"left away|how-manieth|at the Tab key|\bfor ever\b|[Ww]ithout it (the|that|all|today|this|one)\b|no mistake of"
        + @"|\bbe had\b|\b[Ll]eave \S+ away\b")]
    private static partial Regex Dialect();

    [GeneratedRegex(
        @"(?<![Tt]here )\bis no (?!longer|more|use|such)[a-z]+|\b(is|are) there already|\b[Gg]ive -[A-Z]"
        + @"|\bType (Connect|Get|Select)-|Which\?|Whoever|\bleft out\b|\band no [A-Z]|\bis to be changed|was not made"
        + @"|\bMakes (a|an|persons|absences|periods|projects) ")]
    private static partial Regex MessageDialect();

    // Only unambiguous cases: "towards" and "analyses" are American as well.
    [GeneratedRegex(
        @"catalogue|colour|licence|behaviour|favour|neighbour|honour|labour|defence|artefact|\bcentre|grey"
        + @"|labell(ed|ing)|cancell(ed|ing)|travell|modell(ed|ing)"
        + @"|(organ|initial|synchron|recogn|anonym|author|normal|serial|summar|minim|maxim|optim|util"
        + @"|capital|custom|final|local|general|real|standard|special|categor|emphas)is(e|ed|es|ing|ation)\b"
        + @"|analys(e|ed|ing)\b|programme\b|judgement|learnt|whilst|amongst",
        RegexOptions.IgnoreCase)]
    private static partial Regex British();

    // Literal names in the sandbox and in a standard: an attribute, its value, and a status of RFC 5545.
    [GeneratedRegex(@"(?i:badge[ _]colour)|""grey""|\bCANCELLED\b")]
    private static partial Regex Data();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(
        @"^\s*(public|internal|private|protected)\b[^=;{\n]*\sOf(New|Async)?(<\w+>)?\(", RegexOptions.Multiline)]
    private static partial Regex OfMethod();
}
