using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Replaces org units of an employment. Personio replaces the whole list, so the units that stay are sent again.
/// </summary>
public static class OrgUnitChange
{
    /// <summary>Returns the new list of org units.</summary>
    /// <param name="now">The current org units; empty for a new employment.</param>
    /// <param name="given">
    /// The new ids by type of unit (department or team, in lower case); no id removes the unit. Units of other types
    /// stay.
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
