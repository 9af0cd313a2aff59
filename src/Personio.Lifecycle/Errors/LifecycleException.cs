namespace Personio.Lifecycle;

/// <summary>A plan cannot be made or must not be applied. The error id says which rule it was.</summary>
public sealed class LifecycleException : Exception
{
    /// <summary>Makes the error of a rule.</summary>
    public LifecycleException(string errorId, string message, object? target = null)
        : base(message)
    {
        ErrorId = errorId;
        Target = target;
    }

    /// <summary>The stable name of the fault, one of <see cref="LifecycleErrors"/>.</summary>
    public string ErrorId { get; }

    /// <summary>The row or value that is at fault; null where it is the whole.</summary>
    public object? Target { get; }
}
