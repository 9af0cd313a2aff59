namespace Personio;

/// <summary>The states of a project.</summary>
public enum ProjectStatus
{
    /// <summary>Time can be tracked on it.</summary>
    Active,

    /// <summary>It is kept, and no time can be tracked on it.</summary>
    Archived,
}
