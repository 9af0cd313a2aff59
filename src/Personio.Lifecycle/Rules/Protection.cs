using System.Text.RegularExpressions;

namespace Personio.Lifecycle;

/// <summary>Knows which accounts are never written. Protection overrides every other rule.</summary>
internal sealed class Protection
{
    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromSeconds(1);
    private readonly HashSet<string> _names;
    private readonly Regex[] _patterns;
    private readonly Func<AccountRow, bool>? _isProtected;

    public Protection(IEnumerable<string> names, Func<AccountRow, bool>? isProtected)
    {
        string[] all = [.. names.Select(ValueText.Name).OfType<string>()];
        _names = new(all, StringComparer.OrdinalIgnoreCase);
        _patterns =
        [
            .. all.Where(name => name.AsSpan().IndexOfAny('*', '?') >= 0).Select(name => new Regex(
                "^" + Regex.Escape(name).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".",
                    StringComparison.Ordinal) + "$",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
                s_matchTimeout)),
        ];
        _isProtected = isProtected;
    }

    /// <summary>Why an account is protected; null if it is not.</summary>
    public string? FindReason(AccountRow account) =>
        account.IsAdmin == true ? "it holds an admin role"
        : _names.Contains(account.AccountId ?? "") || IsNamed(account.UserName) || IsNamed(account.Email)
            ? "it is on the list of -Protect"
        : _isProtected?.Invoke(account) == true ? "-Protect says so"
        : null;

    private bool IsNamed(string? text) => ValueText.Name(text) is { } name
        && (_names.Contains(name) || Array.Exists(_patterns, pattern => pattern.IsMatch(name)));
}
