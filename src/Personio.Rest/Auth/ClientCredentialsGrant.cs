using System.Net;
using System.Net.Http.Headers;
using System.Security;

namespace Personio.Rest.Auth;

/// <summary>
/// The client credentials grant of OAuth 2.0 (RFC 6749, section 4.4): where, who, and what else to send.
/// </summary>
internal sealed class ClientCredentialsGrant(
    Uri tokenEndpoint,
    NetworkCredential client,
    ClientAuthentication authentication = ClientAuthentication.FormPost,
    IReadOnlyDictionary<string, string>? fields = null)
{
    // A copy of its own, so that it can be cleared whoever still holds the other.
    private readonly NetworkCredential _client = Own(client);

    /// <summary>Where tokens are asked for.</summary>
    public Uri Endpoint => tokenEndpoint;

    /// <summary>The client's id; it is not a secret.</summary>
    public string ClientId => _client.UserName;

    /// <summary>Makes a new request for a token. It may be sent again: asking twice changes nothing.</summary>
    public HttpRequestMessage CreateRequest()
    {
        Dictionary<string, string> form = new(fields ?? new Dictionary<string, string>());
        form["grant_type"] = "client_credentials";
        var request = new HttpRequestMessage(HttpMethod.Post, tokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (authentication == ClientAuthentication.HttpBasic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", LentSecret.Read(_client, secret => FormEncoding.Basic(ClientId, secret, text => text.ToString())));
            request.Content = new FormUrlEncodedContent(form);
            return request;
        }

        form["client_id"] = ClientId;
        request.Content = LentSecret.Read(_client, secret => SecretForm.From(form, "client_secret", secret));
        return request;
    }

    /// <summary>Clears the secret, for nothing more will be asked.</summary>
    public void Forget() => _client.Password = "";

    /// <summary>Tells what must never be shown.</summary>
    public void TellSecrets(SecretListener tell) => LentSecret.Read(_client, secret =>
    {
        tell(secret);
        return FormEncoding.Basic(ClientId, secret, text =>
        {
            tell(text);
            return true;
        });
    });

    /// <inheritdoc/>
    public override string ToString() => $"{_client.UserName} at {tokenEndpoint}";

    private static NetworkCredential Own(NetworkCredential client)
    {
        using SecureString secret = client.SecurePassword;
        return new NetworkCredential(client.UserName, secret);
    }
}
