namespace Personio.Sandbox.Api;

/// <summary>Ends the handling of a request with an error response.</summary>
internal sealed class ProblemException(int status, string title, string detail, string? type = null)
    : Exception(detail)
{
    public int Status { get; } = status;

    public string Title { get; } = title;

    public string? Type { get; } = type;

    /// <summary>How many seconds the response asks to wait; null where it says nothing.</summary>
    public int? RetryAfter { get; init; }
}
