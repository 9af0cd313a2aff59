namespace Personio.Lifecycle;

/// <summary>The employment state of a person today, according to HR.</summary>
internal enum StandingKind
{
    /// <summary>HR's data cannot be interpreted.</summary>
    Unclear,

    /// <summary>The first day is in the future.</summary>
    Starting,

    /// <summary>Employed.</summary>
    Active,

    /// <summary>Employed and on leave.</summary>
    OnLeave,

    /// <summary>The last day has passed, or HR says that the employment is over.</summary>
    Over,

    /// <summary>The start was withdrawn before the first day.</summary>
    Rescinded,
}
