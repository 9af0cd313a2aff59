using System.Text.Json.Nodes;
using Personio.PingOne.Json;

namespace Personio.PingOne;

/// <summary>Sends requests to the environment of a session, and reads objects from the answers.</summary>
/// <param name="session">The session.</param>
/// <param name="log">Receives messages about requests.</param>
internal sealed class PingOneExchange(PingOneSession session, IActivityLog log)
{
    /// <summary>Creates a request to an endpoint of the environment.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="values">The values of its path after the environment ID.</param>
    public ApiRequest At(Endpoint endpoint, params string[] values) =>
        endpoint.For([session.EnvironmentId, .. values]);

    /// <summary>Sends a request.</summary>
    /// <exception cref="PersonioException">The request failed; <c>NotFound</c> if the environment is gone.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Transport.SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        }
        catch (PersonioException denied) when (
            denied is { Kind: ErrorKind.AccessDenied, StatusCode: 403 } && request.Endpoint != Endpoints.GetEnvironment)
        {
            // PingOne gives the same answer if the environment no longer exists.
            if (await IsGoneAsync(cancellationToken).ConfigureAwait(false))
            {
                throw denied.As(
                    ErrorKind.NotFound,
                    $"Environment {session.EnvironmentId} does not exist any more at {session.ApiBaseUri.Authority}.",
                    "Environment");
            }

            throw;
        }
    }

    /// <summary>Reads the object in an answer.</summary>
    /// <exception cref="PersonioException">It cannot be read (<c>UnexpectedResponse</c>).</exception>
    public static T ReadObject<T>(ApiResponse answer, ApiRequest request) =>
        answer.Read(request, HalReader.ReadObject<T>);

    /// <summary>Reads the object in an answer, with every member that was sent.</summary>
    /// <exception cref="PersonioException">It cannot be read, or is not an object
    /// (<c>UnexpectedResponse</c>).</exception>
    public static JsonObject Parse(ApiResponse answer, ApiRequest request) =>
        answer.Read(request, body => JsonTree.Parse(JsonSanitizer.Sanitize(body))) as JsonObject
        ?? throw ResponseErrors.Unexpected(request, answer.Status, null, "it is not an object");

    private async Task<bool> IsGoneAsync(CancellationToken cancellationToken)
    {
        try
        {
            await session.Transport.SendAsync(At(Endpoints.GetEnvironment), log, cancellationToken)
                .ConfigureAwait(false);
            return false;
        }
        catch (PersonioException fault)
        {
            return fault.Kind == ErrorKind.NotFound;
        }
    }
}
