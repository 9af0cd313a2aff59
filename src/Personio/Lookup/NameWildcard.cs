using System.Management.Automation;

namespace Personio;

/// <summary>
/// A wildcard pattern for names and codes that ignores case, both by the rules of the current culture and by those of
/// no culture. In a Turkish session, <c>sick*</c> must find <c>SICK_LEAVE</c>, and <c>izin*</c> must find
/// <c>İzin</c>.
/// </summary>
/// <param name="text">The pattern.</param>
internal sealed class NameWildcard(string text)
{
    private readonly WildcardPattern _local = new(text, WildcardOptions.IgnoreCase);
    private readonly WildcardPattern _invariant =
        new(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    /// <summary>True if a name matches.</summary>
    public bool IsMatch(string name) => _invariant.IsMatch(name) || _local.IsMatch(name);
}
