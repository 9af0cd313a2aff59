namespace Personio;

/// <summary>The gender of a person: the values that Personio returns and those that it accepts, which differ.</summary>
public enum Gender
{
    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Diverse.</summary>
    Diverse,

    /// <summary>Not known. Returned as Unspecified.</summary>
    Unknown,

    /// <summary>Not disclosed. Returned as Unspecified.</summary>
    Undefined,

    /// <summary>The value returned for persons whose gender is not known or not disclosed; sent as Undefined.</summary>
    Unspecified,
}
