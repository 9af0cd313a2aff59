namespace Personio.Sandbox.Api;

/// <summary>One request in progress, from the point of view of the compensation limit.</summary>
internal sealed class CompensationTurn(Action? leave, bool isTooMany) : IDisposable
{
    /// <summary>Rejects the request if too many others were in progress when it arrived.</summary>
    public void Check()
    {
        if (isTooMany)
        {
            throw new ProblemException(
                429, "Too Many Requests", "Too many requests for all compensations are in progress.",
                "compensations.too_many_requests") { RetryAfter = 30 };
        }
    }

    public void Dispose() => leave?.Invoke();
}
