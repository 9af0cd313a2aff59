namespace Personio;

/// <summary>How often an amount is paid.</summary>
public enum CompensationInterval
{
    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every three months.</summary>
    Quarterly,

    /// <summary>Every six months.</summary>
    HalfYearly,

    /// <summary>Every year.</summary>
    Yearly,
}
