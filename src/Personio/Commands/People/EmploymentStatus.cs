namespace Personio;

/// <summary>The states an employment can be given.</summary>
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

    /// <summary>What some employments are read with. It cannot be set and is left out.</summary>
    Unspecified,
}
