namespace Personio.Lifecycle;

/// <summary>What the answer of a directory means to an application.</summary>
public enum DirectoryFault
{
    /// <summary>The write was refused; nothing was changed.</summary>
    Refused,

    /// <summary>The user name is taken, perhaps by an account that cannot be seen.</summary>
    UserNameTaken,

    /// <summary>The credential lacks a right or is no longer accepted.</summary>
    AccessDenied,

    /// <summary>The answer was lost: the write may have happened.</summary>
    OutcomeUnknown,
}
