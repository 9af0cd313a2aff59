namespace Personio.Lifecycle;

/// <summary>Where a person stands today, by what HR says.</summary>
internal enum StandingKind
{
    /// <summary>HR says nothing that is understood.</summary>
    Unclear,

    /// <summary>The first day lies ahead.</summary>
    Starting,

    /// <summary>Employed.</summary>
    Active,

    /// <summary>Employed and on leave.</summary>
    OnLeave,

    /// <summary>The last day has passed, or HR says so.</summary>
    Over,

    /// <summary>The start was withdrawn before the first day.</summary>
    Rescinded,
}
