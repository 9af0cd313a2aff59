namespace Personio.Lifecycle;

/// <summary>How a row ended.</summary>
public enum RowStatus
{
    /// <summary>Written and confirmed by the directory.</summary>
    Done,

    /// <summary>The account already was as planned, so nothing was sent.</summary>
    AlreadyDone,

    /// <summary>The account was changed since the comparison, so nothing was sent.</summary>
    Stale,

    /// <summary>Written, but the directory stored something else.</summary>
    NotKept,

    /// <summary>The directory refused a call for the row, or returned another account.</summary>
    Failed,

    /// <summary>
    /// The answer was lost, and the account does not show whether the write happened. The next run checks first.
    /// </summary>
    Unknown,

    /// <summary>Not applied: not approved, declined, protected, or a prerequisite was not done.</summary>
    Skipped,

    /// <summary>Would have been written without <c>-WhatIf</c>.</summary>
    WhatIf,
}
