namespace Personio.Lifecycle;

/// <summary>The kind of source for an attribute's value.</summary>
public enum SourceKind
{
    /// <summary>A column of the person.</summary>
    Property,

    /// <summary>A function of the person.</summary>
    Computed,

    /// <summary>The user name generated for a new account.</summary>
    UserName,

    /// <summary>The account of the supervisor.</summary>
    Supervisor,
}
