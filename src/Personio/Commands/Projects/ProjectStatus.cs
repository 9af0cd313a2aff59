namespace Personio;

/// <summary>The statuses of a project.</summary>
public enum ProjectStatus
{
    /// <summary>Time can be tracked on the project.</summary>
    Active,

    /// <summary>The project is kept, but no time can be tracked on it.</summary>
    Archived,
}
