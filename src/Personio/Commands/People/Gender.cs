namespace Personio;

/// <summary>The gender of a person: the words that Personio reads and those that it takes, which differ.</summary>
public enum Gender
{
    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Diverse.</summary>
    Diverse,

    /// <summary>Not known. It is read as Unspecified.</summary>
    Unknown,

    /// <summary>Not said. It is read as Unspecified.</summary>
    Undefined,

    /// <summary>What persons have whose gender is not known or not said; sent as Undefined.</summary>
    Unspecified,
}
