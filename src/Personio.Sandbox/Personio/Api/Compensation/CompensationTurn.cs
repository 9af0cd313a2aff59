namespace Personio.Sandbox.Api;

/// <summary>One request in progress, as far as the limit of compensations is concerned.</summary>
internal sealed class CompensationTurn(Action? leave, bool isTooMany) : IDisposable
{
    /// <summary>Refuses the request if it came when too many others were in progress.</summary>
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
