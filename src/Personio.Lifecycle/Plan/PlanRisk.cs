namespace Personio.Lifecycle;

/// <summary>How much harm a row can do.</summary>
public enum PlanRisk
{
    /// <summary>None: nothing is written.</summary>
    None,

    /// <summary>Little harm.</summary>
    Low,

    /// <summary>Some harm: access begins or ends.</summary>
    Medium,

    /// <summary>Serious harm: the row is applied only after approval.</summary>
    High,
}
