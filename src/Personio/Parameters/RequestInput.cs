using System.Collections;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>The parameters that the generic request cmdlets share.</summary>
internal static class RequestInput
{
    /// <summary>Adds the values of -Query and -Body to a request.</summary>
    /// <param name="request">The request from -Method and -Path.</param>
    /// <param name="query">The query parameters.</param>
    /// <param name="body">JSON text, or an object to convert to JSON; null for no body.</param>
    /// <param name="toJson">Converts an object to JSON.</param>
    /// <exception cref="PersonioException">A GET request has a body, or the body contains lost characters.</exception>
    public static ApiRequest Complete(
        ApiRequest request, IDictionary query, PSObject? body, Func<object, string> toJson)
    {
        foreach (DictionaryEntry pair in query)
        {
            request = request.With(QueryValue.Text(pair.Key)!, QueryValue.Text(pair.Value));
        }

        if (body is null)
        {
            return request;
        }

        if (request.Endpoint.IsRead)
        {
            throw PersonioException.Invalid(
                "GET requests cannot have a body. Use -Query for filters, or specify -Method.");
        }

        string json = body.BaseObject as string ?? toJson(body);
        LostCharacters.Reject(json);
        return request.WithBody(new JsonText(json));
    }

    /// <summary>Rejects -All for a request without pages.</summary>
    /// <exception cref="PersonioException">The request is not a GET.</exception>
    public static void CheckAll(ApiRequest request)
    {
        if (!request.Endpoint.IsRead)
        {
            throw PersonioException.Invalid($"-All follows the pages of a GET, not of a {request.Endpoint.Method}.");
        }
    }
}
