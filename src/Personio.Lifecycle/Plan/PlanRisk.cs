namespace Personio.Lifecycle;

/// <summary>How much harm a row can do.</summary>
public enum PlanRisk
{
    /// <summary>None: nothing is written.</summary>
    None,

    /// <summary>Little.</summary>
    Low,

    /// <summary>Some: access begins or ends.</summary>
    Medium,

    /// <summary>Much: the row is applied only after approval.</summary>
    High,
}
