namespace Personio.Lifecycle;

/// <summary>Why a row is in the plan.</summary>
public enum PlanKind
{
    /// <summary>Somebody starts, and has no account.</summary>
    Joiner,

    /// <summary>The first day is here.</summary>
    Starter,

    /// <summary>Something about a person has changed.</summary>
    Mover,

    /// <summary>Somebody has left.</summary>
    Leaver,

    /// <summary>Somebody is back.</summary>
    Rehire,

    /// <summary>A start was withdrawn.</summary>
    Rescinded,

    /// <summary>An account is found by address or second key, and gets its key.</summary>
    Link,

    /// <summary>An account of somebody who is gone belongs to a new PersonId.</summary>
    Relink,

    /// <summary>The first day is too far ahead.</summary>
    NotYet,

    /// <summary>Person and account are in line.</summary>
    Unchanged,

    /// <summary>Something a human has to look at.</summary>
    Finding,

    /// <summary>The person is left alone.</summary>
    OutOfScope,
}
