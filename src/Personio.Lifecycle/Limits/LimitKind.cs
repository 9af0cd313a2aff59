namespace Personio.Lifecycle;

/// <summary>Actions that share a limit, named after the parameters that set it.</summary>
public enum LimitKind
{
    /// <summary>Not limited.</summary>
    None,

    /// <summary>Disabling accounts.</summary>
    MaxDisable,

    /// <summary>Creating accounts.</summary>
    MaxCreate,

    /// <summary>Changes of email address, name or user name.</summary>
    MaxIdentityUpdate,

    /// <summary>All other changes, links and managers.</summary>
    MaxUpdate,

    /// <summary>Enabling accounts.</summary>
    MaxEnable,
}
