using System.Text.Json;

namespace Personio.Rest;

/// <summary>
/// Creates the HTTP messages of one session from requests: address, headers and body, without a token.
/// </summary>
internal sealed class HttpRequestFactory(TransportOptions options)
{
    /// <summary>Creates the message for a request.</summary>
    /// <exception cref="PersonioException">The address is longer than servers accept.</exception>
    public HttpRequestMessage Create(ApiRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.AddressAt(options.BaseUri));
        // The wildcard is for pictures and documents.
        message.Headers.Accept.ParseAdd("application/json, application/problem+json, */*;q=0.1");
        message.Headers.UserAgent.Add(options.UserAgent);
        foreach ((string name, string value) in options.Headers.Concat(options.Service.HeadersOf(request)))
        {
            message.Headers.Add(name, value);
        }

        // A change always has content, even if empty. Otherwise the runtime would resend it on its own if a pooled
        // connection turns out to be closed, and we would not know that a deletion may already be done.
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

    /// <summary>The texts in a request body that must never be shown.</summary>
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
