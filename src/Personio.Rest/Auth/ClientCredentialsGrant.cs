using System.Net;
using System.Net.Http.Headers;
using System.Security;

namespace Personio.Rest.Auth;

/// <summary>
/// The client credentials grant of OAuth 2.0 (RFC 6749, section 4.4): the endpoint, the client, and further form
/// fields.
/// </summary>
internal sealed class ClientCredentialsGrant(
    Uri tokenEndpoint,
    NetworkCredential client,
    ClientAuthentication authentication = ClientAuthentication.FormPost,
    IReadOnlyDictionary<string, string>? fields = null)
{
    // Our own copy, so that it can be cleared no matter who holds the original.
    private readonly NetworkCredential _client = Copy(client);

    /// <summary>The address that issues tokens.</summary>
    public Uri Endpoint => tokenEndpoint;

    /// <summary>The client ID, which is not a secret.</summary>
    public string ClientId => _client.UserName;

    /// <summary>Creates a token request. It is safe to send again: requesting a token twice changes nothing.</summary>
    public HttpRequestMessage CreateRequest()
    {
        Dictionary<string, string> form = new(fields ?? new Dictionary<string, string>());
        form["grant_type"] = "client_credentials";
        var request = new HttpRequestMessage(HttpMethod.Post, tokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (authentication == ClientAuthentication.HttpBasic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                SecretAccess.Read(
                    _client, secret => FormEncoding.EncodeBasic(ClientId, secret, text => text.ToString())));
            request.Content = new FormUrlEncodedContent(form);
            return request;
        }

        form["client_id"] = ClientId;
        request.Content = SecretAccess.Read(_client, secret => SecretForm.From(form, "client_secret", secret));
        return request;
    }

    /// <summary>Clears the secret once no more tokens will be requested.</summary>
    public void Forget() => _client.Password = "";

    /// <summary>Reports every text that must never be shown.</summary>
    public void ReportSecrets(SecretListener report) => SecretAccess.Read(_client, secret =>
    {
        report(secret);
        return FormEncoding.EncodeBasic(ClientId, secret, text =>
        {
            report(text);
            return true;
        });
    });

    /// <inheritdoc/>
    public override string ToString() => $"{_client.UserName} at {tokenEndpoint}";

    private static NetworkCredential Copy(NetworkCredential client)
    {
        using SecureString secret = client.SecurePassword;
        return new NetworkCredential(client.UserName, secret);
    }
}
