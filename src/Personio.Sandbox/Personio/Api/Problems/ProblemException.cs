namespace Personio.Sandbox.Api;

/// <summary>Ends the handling of a request with an error response.</summary>
internal sealed class ProblemException(int status, string title, string detail, string? type = null)
    : Exception(detail)
{
    public int Status { get; } = status;

    public string Title { get; } = title;

    public string? Type { get; } = type;

    /// <summary>The number of seconds in the Retry-After header; null for no header.</summary>
    public int? RetryAfter { get; init; }
}
