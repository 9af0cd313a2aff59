namespace Personio;

/// <summary>The categories of compensation types that can be made.</summary>
public enum CompensationCategory
{
    /// <summary>Paid again and again.</summary>
    Recurring,

    /// <summary>Paid once.</summary>
    OneTime,
}
