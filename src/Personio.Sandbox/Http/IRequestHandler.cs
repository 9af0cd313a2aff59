namespace Personio.Sandbox.Http;

/// <summary>What stands behind the listener.</summary>
internal interface IRequestHandler
{
    /// <summary>Answers one request; exceptions are the handler's own business, cancellation means shutdown.</summary>
    ValueTask<HttpResponse> RespondAsync(HttpRequest request, CancellationToken cancellationToken);
}
