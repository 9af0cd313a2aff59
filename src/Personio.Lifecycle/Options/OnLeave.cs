namespace Personio.Lifecycle;

/// <summary>What happens to accounts of persons on leave.</summary>
public enum OnLeave
{
    /// <summary>Accounts stay as they are.</summary>
    Keep,

    /// <summary>Accounts are disabled until the person is back.</summary>
    Disable,
}
