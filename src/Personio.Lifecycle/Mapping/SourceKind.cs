namespace Personio.Lifecycle;

/// <summary>Where the value of an attribute comes from.</summary>
public enum SourceKind
{
    /// <summary>A column of the person.</summary>
    Property,

    /// <summary>A function of the person.</summary>
    Computed,

    /// <summary>The user name that is made for a new account.</summary>
    UserName,

    /// <summary>The account of the supervisor.</summary>
    Supervisor,
}
