namespace Personio.Lifecycle;

/// <summary>A directory refused a call, or did not answer it.</summary>
public sealed class DirectoryException : Exception
{
    /// <summary>Creates the error of a call.</summary>
    public DirectoryException(
        DirectoryFault fault,
        string message,
        string? errorId = null,
        string? correlationId = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        ErrorId = errorId ?? fault.ToString();
        CorrelationId = correlationId;
    }

    /// <summary>What the failure means.</summary>
    public DirectoryFault Fault { get; }

    /// <summary>The stable name of the error.</summary>
    public string ErrorId { get; }

    /// <summary>The ID that the directory's support asks for; null if there is none.</summary>
    public string? CorrelationId { get; }
}
