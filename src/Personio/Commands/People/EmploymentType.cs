namespace Personio;

/// <summary>The types of employment.</summary>
public enum EmploymentType
{
    /// <summary>An employee.</summary>
    Internal,

    /// <summary>Someone from outside the company, such as a freelancer.</summary>
    External,

    /// <summary>The type with which Personio returns some employments. It cannot be set and is ignored.</summary>
    Unspecified,
}
