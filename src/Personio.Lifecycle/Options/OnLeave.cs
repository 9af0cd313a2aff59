namespace Personio.Lifecycle;

/// <summary>What happens to accounts of persons on leave.</summary>
public enum OnLeave
{
    /// <summary>They stay as they are.</summary>
    Keep,

    /// <summary>They are disabled until the person is back.</summary>
    Disable,
}
