namespace Personio.Lifecycle;

/// <summary>What a row does. Rows are applied in the order of these values.</summary>
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

    /// <summary>Writes the manager, after all accounts exist.</summary>
    LinkManager,
}
