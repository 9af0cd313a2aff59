using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Puts org units of an employment in the place of those it has. Personio replaces the list as a whole, so what stays
/// has to be sent again.
/// </summary>
public static class OrgUnitChange
{
    /// <summary>The org units as they are to be.</summary>
    /// <param name="now">The org units as they are; none of a new employment.</param>
    /// <param name="given">
    /// The new ids by the type of unit, department or team in lower case; no id takes the unit away. What has another
    /// type stays.
    /// </param>
    public static IReadOnlyList<OrgUnitReference> Between(
        IEnumerable<OrgUnitReference> now, IReadOnlyDictionary<string, string?> given)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(given);
        return
        [
            .. now.Where(unit => !given.ContainsKey((unit.Type ?? "").ToLowerInvariant())),
            .. given
                .Where(unit => !string.IsNullOrEmpty(unit.Value))
                .Select(unit => new OrgUnitReference { Type = unit.Key, OrgUnitId = unit.Value }),
        ];
    }
}
