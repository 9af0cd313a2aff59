using System.Text.Json;

namespace Personio.Rest;

/// <summary>Makes the HTTP messages of one session out of requests: address, headers and body, without a token.</summary>
internal sealed class HttpRequestFactory(TransportOptions options)
{
    /// <summary>The message of a request.</summary>
    /// <exception cref="PersonioException">Its address is longer than any server takes.</exception>
    public HttpRequestMessage Create(ApiRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.AddressAt(options.BaseUri));
        // The last is for pictures and documents.
        message.Headers.Accept.ParseAdd("application/json, application/problem+json, */*;q=0.1");
        message.Headers.UserAgent.Add(options.UserAgent);
        foreach ((string name, string value) in options.Headers.Concat(options.Service.HeadersOf(request)))
        {
            message.Headers.Add(name, value);
        }

        // A change always has a content, if an empty one: otherwise the runtime would send a change again by itself
        // when a kept connection turns out to be closed, and nobody would know that a deletion may be done already.
        if (request.Body is FileUpload upload)
        {
            message.Content = upload.ToContent();
        }
        else if (request.Body is not null || request.Method != HttpMethod.Get)
        {
            message.Content = new ByteArrayContent(request.Body is null ? [] : options.Service.WriteBody(request.Body));
            message.Content.Headers.ContentType = request.Body is null ? null : new("application/json");
        }

        return message;
    }

    /// <summary>The texts in the body of a request that must never be shown.</summary>
    public IEnumerable<string> SecretsIn(ApiRequest request)
    {
        if (request.Endpoint.SecretMembers.Count == 0 || request.Body is null or FileUpload)
        {
            return [];
        }

        using JsonDocument body = JsonDocument.Parse(options.Service.WriteBody(request.Body));
        return body.RootElement.ValueKind != JsonValueKind.Object ? [] :
        [
            .. body.RootElement.EnumerateObject()
                .Where(member => request.Endpoint.SecretMembers.Contains(member.Name))
                .SelectMany(member => Texts(member.Value)),
        ];
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
