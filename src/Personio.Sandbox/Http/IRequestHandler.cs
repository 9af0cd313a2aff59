namespace Personio.Sandbox.Http;

/// <summary>Handles the requests of a server.</summary>
internal interface IRequestHandler
{
    /// <summary>
    /// Responds to one request. Handlers deal with their own exceptions; cancellation means shutdown.
    /// </summary>
    ValueTask<HttpResponse> RespondAsync(HttpRequest request, CancellationToken cancellationToken);
}
