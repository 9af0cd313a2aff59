namespace Personio;

/// <summary>The categories of compensation types that can be created.</summary>
public enum CompensationCategory
{
    /// <summary>Paid repeatedly.</summary>
    Recurring,

    /// <summary>Paid once.</summary>
    OneTime,
}
