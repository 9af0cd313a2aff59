using System.Collections;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>The parameters that the cmdlets for any request have in common.</summary>
internal static class RequestInput
{
    /// <summary>A request with the values of -Query and -Body.</summary>
    /// <param name="request">The request, by -Method and -Path.</param>
    /// <param name="query">The query parameters.</param>
    /// <param name="body">JSON text, or an object that is made into JSON; null where there is none.</param>
    /// <param name="toJson">Makes JSON of an object.</param>
    /// <exception cref="PersonioException">A GET has a body, or the body has lost characters.</exception>
    public static ApiRequest Complete(ApiRequest request, IDictionary query, PSObject? body, Func<object, string> toJson)
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
            throw PersonioException.Invalid("GET requests cannot have a body. Use -Query for filters, or specify -Method.");
        }

        string json = body.BaseObject as string ?? toJson(body);
        LostCharacters.Refuse(json);
        return request.WithBody(new JsonText(json));
    }

    /// <summary>Refuses -All for what has no pages.</summary>
    /// <exception cref="PersonioException">The request is not a GET.</exception>
    public static void CheckAll(ApiRequest request)
    {
        if (!request.Endpoint.IsRead)
        {
            throw PersonioException.Invalid($"-All follows the pages of a GET, not of a {request.Endpoint.Method}.");
        }
    }
}
