namespace Personio;

/// <summary>Whether a person works for the company, as defined by Personio's filter.</summary>
public enum PersonStatus
{
    /// <summary>The latest employment is active, on leave, or has not started yet.</summary>
    Active,

    /// <summary>The latest employment has ended.</summary>
    Inactive,
}
