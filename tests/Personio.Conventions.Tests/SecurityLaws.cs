using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>What no code of the module may do, checked in the compiled assemblies.</summary>
public sealed partial class SecurityLaws
{
    // Code that uses one of these accepts an untrusted certificate, follows a redirect, or runs
    // code from outside.
    private static readonly string[] s_forbidden =
    [
        "ServerCertificateCustomValidationCallback", "RemoteCertificateValidationCallback",
        "ServerCertificateValidationCallback",
        "DangerousAcceptAnyServerCertificateValidator", "CertificateChainPolicy", "SslClientAuthenticationOptions",
        "SslOptions",
        "ServicePointManager", "HttpClientHandler", "ConnectCallback", "Proxy", "DefaultProxyCredentials",
        "BinaryFormatter",
        "XmlDocument", "ProcessStartInfo", "AddScript",
    ];

    public static TheoryData<string> Shipped => new(Module.Shipped.Select(assembly => assembly.GetName().Name!));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Certificates_redirects_and_proxies_are_left_to_the_system(string assembly)
    {
        string[] used = [.. UsedNames(assembly)];

        Assert.NotEmpty(used);
        Assert.DoesNotContain(used, name => s_forbidden.Contains(Accessor().Replace(name, "")));
    }

    [Fact]
    public void The_one_socket_follows_no_redirect_and_keeps_no_cookie()
    {
        Assert.Contains("set_AllowAutoRedirect", UsedNames("Personio.Rest"));
        string source = Assert.Single(
            Module.Sources("src").Select(File.ReadAllText),
            text => text.Contains("SocketsHttpHandler", StringComparison.Ordinal)
                && text.Contains("new()", StringComparison.Ordinal));
        Assert.Contains("AllowAutoRedirect = false,", source, StringComparison.Ordinal);
        Assert.Contains("UseCookies = false,", source, StringComparison.Ordinal);
        Assert.Contains("UseProxy = !Loopback.IsLoopback(baseUri),", source, StringComparison.Ordinal);
    }

    [Fact]
    public void No_parameter_disables_a_check_or_takes_a_secret_as_plain_text() => Assert.All(
        Module.Cmdlets.SelectMany(
            cmdlet => cmdlet.Parameters.Select(
                parameter => $"{cmdlet.Name} -{parameter.Name}: {parameter.PropertyType.Name}")),
        line => Assert.DoesNotMatch(
            "(?i) -(Insecure|NoCheck|SkipC|SkipH|.*Certificate|.*Tls|.*Ssl|Proxy.*|AllowUnencrypted.*)"
            + "|-(?!Auth).*(Secret|Password): String$",
            line));

    [Fact]
    public void Every_test_that_the_security_page_names_exists()
    {
        string tests = string.Concat(Module.Sources("tests").Select(File.ReadAllText));
        string page = Module.Read("docs/security.md");

        Assert.All(
            Named().Matches(page), name => Assert.Contains(name.Groups[1].Value, tests, StringComparison.Ordinal));
        Assert.All(Scripts().Matches(page), name => Assert.True(
            File.Exists(Path.Combine(Module.Root, "tests", "Module", name.Value)), name.Value));
        Assert.InRange(Named().Count(page), 20, 100);
    }

    private static IEnumerable<string> UsedNames(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        MetadataReader reader = file.GetMetadataReader();
        return
        [
            .. reader.MemberReferences.Select(handle => reader.GetString(reader.GetMemberReference(handle).Name)),
            .. reader.TypeReferences.Select(handle => reader.GetString(reader.GetTypeReference(handle).Name)),
        ];
    }

    // `ClassTests.Name_of_the_test`, `ClassTests` or `Name_of_the_test`, possibly truncated with an ellipsis.
    [GeneratedRegex(@"`(?:\w+(?:Tests|Laws)\.)?((?![A-Z_]+`)[A-Z]\w*(?:_\w+|Tests|Laws))…?`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\w+(?:\.\w+)*\.Tests\.ps1")]
    private static partial Regex Scripts();

    [GeneratedRegex("^(get|set|add|remove)_")]
    private static partial Regex Accessor();
}
