namespace Personio;

/// <summary>The types of org units.</summary>
public enum OrgUnitType
{
    /// <summary>A department.</summary>
    Department,

    /// <summary>A team.</summary>
    Team,
}
