using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

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

    /// <summary>The text without the secret, in any of the forms in which it may have been sent or repeated.</summary>
    public string Redact(string text) => _client.Password.Length == 0 ? text : Forms().Aggregate(
        text, (rest, form) => rest.Replace(form, "***", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => $"{_client.UserName} at {tokenEndpoint}";

    private IEnumerable<string> Forms()
    {
        string secret = _client.Password;
        return
        [
            secret,
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
            JsonEncodedText.Encode(secret).ToString(),
            JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            BasicCredentials(),
        ];
    }

    // The specification has both parts form-encoded before they are joined and Base64-encoded.
    private string BasicCredentials() => Convert.ToBase64String(Encoding.ASCII.GetBytes(
        $"{WebUtility.UrlEncode(_client.UserName)}:{WebUtility.UrlEncode(_client.Password)}"));
}
