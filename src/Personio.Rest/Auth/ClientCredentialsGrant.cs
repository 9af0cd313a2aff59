using System.Net;
using System.Net.Http.Headers;
using System.Text;

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
    private NetworkCredential _client = client;

    /// <summary>Where tokens are asked for.</summary>
    public Uri Endpoint => tokenEndpoint;

    /// <summary>The client's id; it is not a secret.</summary>
    public string ClientId => _client.UserName;

    /// <summary>Makes a new request for a token. It may be sent again: asking twice changes nothing.</summary>
    public HttpRequestMessage CreateRequest()
    {
        var form = new Dictionary<string, string>(fields ?? new Dictionary<string, string>())
        {
            ["grant_type"] = "client_credentials",
        };
        var request = new HttpRequestMessage(HttpMethod.Post, tokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (authentication == ClientAuthentication.HttpBasic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicCredentials());
        }
        else
        {
            form["client_id"] = _client.UserName;
            form["client_secret"] = _client.Password;
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    /// <summary>Drops the secret, for nothing more will be asked.</summary>
    public void Forget() => _client = new NetworkCredential(_client.UserName, "");

    /// <summary>Tells what must never be shown.</summary>
    public void TellSecrets(Action<string> tell)
    {
        tell(_client.Password);
        tell(BasicCredentials());
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_client.UserName} at {tokenEndpoint}";

    // The specification has both parts form-encoded before they are joined and Base64-encoded.
    private string BasicCredentials() => Convert.ToBase64String(Encoding.ASCII.GetBytes(
        $"{WebUtility.UrlEncode(_client.UserName)}:{WebUtility.UrlEncode(_client.Password)}"));
}
