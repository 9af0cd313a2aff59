using System.Net.Http.Headers;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>Makes the HTTP messages of one session out of requests: address, headers and body, without a token.</summary>
internal sealed class RequestMessages(SessionOptions options)
{
    private static readonly ProductInfoHeaderValue s_userAgent = new(
        "Personio-PowerShell", typeof(RequestMessages).Assembly.GetName().Version?.ToString(3));

    /// <summary>The message of a request.</summary>
    /// <exception cref="PersonioException">Its address is longer than any server takes.</exception>
    public HttpRequestMessage Of(ApiRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.AddressAt(options.BaseUri));
        // The last is for pictures and documents.
        message.Headers.Accept.ParseAdd("application/json, application/problem+json, */*;q=0.1");
        message.Headers.UserAgent.Add(s_userAgent);
        if (request.Beta || request.Endpoint.Beta)
        {
            message.Headers.Add("Beta", "true");
        }

        if (options.AppId is not null)
        {
            message.Headers.Add("X-Personio-App-ID", options.AppId);
        }

        if (options.PartnerId is not null)
        {
            message.Headers.Add("X-Personio-Partner-ID", options.PartnerId);
        }

        // A change always has a content, if an empty one: without it the runtime would send a change again by itself
        // when a kept connection turns out to be closed, and nobody would know that a deletion may be done already.
        if (request.Body is FileUpload upload)
        {
            message.Content = upload.ToContent();
        }
        else if (request.Body is not null || request.Method != HttpMethod.Get)
        {
            byte[] body = request.Body is null ? [] : PersonioJson.Write(request.Body);
            LostCharacters.Refuse(body);
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = request.Body is null ? null : new("application/json");
        }

        return message;
    }
}
