namespace Personio.Lifecycle;

/// <summary>The actions that are counted together, named as the parameters that limit them.</summary>
public enum LimitKind
{
    /// <summary>Not limited.</summary>
    None,

    /// <summary>Disabling.</summary>
    MaxDisable,

    /// <summary>Creating.</summary>
    MaxCreate,

    /// <summary>Changes of e-mail address, name or user name.</summary>
    MaxIdentityUpdate,

    /// <summary>All other changes, links and managers.</summary>
    MaxUpdate,

    /// <summary>Enabling.</summary>
    MaxEnable,
}
