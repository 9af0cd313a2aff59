namespace Personio.Lifecycle;

/// <summary>What a row does. The order is that in which rows are applied.</summary>
public enum PlanAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Disables the account.</summary>
    Disable,

    /// <summary>Changes attributes.</summary>
    Update,

    /// <summary>Writes the key.</summary>
    Link,

    /// <summary>Replaces the key.</summary>
    Relink,

    /// <summary>Enables the account.</summary>
    Enable,

    /// <summary>Creates the account.</summary>
    Create,

    /// <summary>Writes the manager, after all accounts are there.</summary>
    LinkManager,
}
