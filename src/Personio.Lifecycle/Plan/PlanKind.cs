namespace Personio.Lifecycle;

/// <summary>Why a row is in the plan.</summary>
public enum PlanKind
{
    /// <summary>A person starts and has no account.</summary>
    Joiner,

    /// <summary>The first day has come.</summary>
    Starter,

    /// <summary>Something about a person has changed.</summary>
    Mover,

    /// <summary>A person has left.</summary>
    Leaver,

    /// <summary>A person is back.</summary>
    Rehire,

    /// <summary>A start was withdrawn.</summary>
    Rescinded,

    /// <summary>An account was found by address or second key, and gets its key.</summary>
    Link,

    /// <summary>The account of someone who has left belongs to a new PersonId.</summary>
    Relink,

    /// <summary>The first day is too far ahead.</summary>
    NotYet,

    /// <summary>Person and account match.</summary>
    Unchanged,

    /// <summary>Something that a person has to review.</summary>
    Finding,

    /// <summary>The person is excluded.</summary>
    OutOfScope,
}
