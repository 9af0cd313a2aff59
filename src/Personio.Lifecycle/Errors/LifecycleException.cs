namespace Personio.Lifecycle;

/// <summary>A plan cannot be made or must not be applied. The error ID names the rule that was violated.</summary>
public sealed class LifecycleException : Exception
{
    /// <summary>Creates the error of a rule.</summary>
    public LifecycleException(string errorId, string message, object? target = null)
        : base(message)
    {
        ErrorId = errorId;
        Target = target;
    }

    /// <summary>The stable name of the error, one of <see cref="LifecycleErrors"/>.</summary>
    public string ErrorId { get; }

    /// <summary>The row or value at fault; null if the error is about the whole.</summary>
    public object? Target { get; }
}
