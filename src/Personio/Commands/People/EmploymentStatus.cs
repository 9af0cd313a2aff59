namespace Personio;

/// <summary>The statuses that an employment can be set to.</summary>
public enum EmploymentStatus
{
    /// <summary>At work.</summary>
    Active,

    /// <summary>Ended.</summary>
    Inactive,

    /// <summary>Not started yet.</summary>
    Onboarding,

    /// <summary>On leave.</summary>
    Leave,

    /// <summary>The status with which Personio returns some employments. It cannot be set and is ignored.</summary>
    Unspecified,
}
