namespace Personio;

/// <summary>The types of employment.</summary>
public enum EmploymentType
{
    /// <summary>An employee.</summary>
    Internal,

    /// <summary>Somebody from outside, such as a freelancer.</summary>
    External,

    /// <summary>What some employments are read with. It cannot be set and is left out.</summary>
    Unspecified,
}
