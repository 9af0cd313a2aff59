using System.Text.RegularExpressions;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>The constraints of a text attribute.</summary>
internal sealed record TextRule(int Maximum, string? Pattern = null)
{
    private readonly Regex? _regex = Pattern is null ? null : new Regex(Pattern, RegexOptions.CultureInvariant);

    public bool Matches(string value) => _regex is null || _regex.IsMatch(value);
}
