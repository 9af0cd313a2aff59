namespace Personio.Lifecycle;

/// <summary>What became of a row.</summary>
public enum RowStatus
{
    /// <summary>Written, and answered as sent.</summary>
    Done,

    /// <summary>The account was as planned before anything was sent.</summary>
    AlreadyDone,

    /// <summary>Somebody changed the account since the comparison: nothing was sent.</summary>
    Stale,

    /// <summary>Written, but the directory kept something else.</summary>
    NotKept,

    /// <summary>Refused.</summary>
    Failed,

    /// <summary>The answer was lost, and the account does not tell. The next application looks first.</summary>
    Unknown,

    /// <summary>Left out: not approved, declined, protected, or what it needs was not done.</summary>
    Skipped,

    /// <summary>Would have been written.</summary>
    WhatIf,
}
