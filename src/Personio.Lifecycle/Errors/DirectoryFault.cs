namespace Personio.Lifecycle;

/// <summary>What a failed directory call means for a run.</summary>
public enum DirectoryFault
{
    /// <summary>The write was refused; nothing was changed.</summary>
    Refused,

    /// <summary>The user name is taken, perhaps by an account that is not visible to us.</summary>
    UserNameTaken,

    /// <summary>The credential lacks a permission or is no longer accepted.</summary>
    AccessDenied,

    /// <summary>The answer was lost: the write may have happened.</summary>
    OutcomeUnknown,
}
